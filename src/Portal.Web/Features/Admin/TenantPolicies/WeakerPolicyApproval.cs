using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Approvals;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A tenant's policies are to protect less; who changes them, decides (ADMIN-11).</summary>
public sealed class WeakerPolicyApproval(ProfileChanges profiles, PolicySayings sayings, IStringLocalizer<PolicyText> text)
    : IApprovableAct
{
    public string Name => ApprovableActs.WeakerPolicy;

    public bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return StaffRules.MayChangePolicies(actor, tenant.Id)
            && (!ProfileRequest.Of(request).IsOfSystem || StaffRules.MayManageTenants(actor));
    }

    public Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request) => Task.FromResult<IReadOnlyList<ApprovalFact>>(
    [
        .. ProfileRequest.Of(request).Values.OrderByDescending(value => value.IsWeaker).Select(value => new ApprovalFact(
            value.IsWeaker ? text["Approval.Weaker", sayings.Label(value.Path)] : sayings.Label(value.Path),
            text["Approval.FromTo", sayings.Value(value.Path, value.Before), sayings.Value(value.Path, value.After)])),
    ]);

    public async Task<ActOutcome> CarryOutAsync(ApprovalRequest request) =>
        await profiles.ApplyApprovedAsync(request) is ProfileOutcome.Done ? ActOutcome.Done : ActOutcome.NotPossible;
}
