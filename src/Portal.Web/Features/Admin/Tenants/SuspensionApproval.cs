using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Approvals;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>What is asked for is all in the request's tenant.</summary>
public sealed record SuspensionData(string Slug);

/// <summary>A site is switched off; system administrators decide (ADMIN-11).</summary>
public sealed class SuspensionApproval(TenantSwitch tenants, CurrentTenant tenant, IStringLocalizer<SitesText> text) : IApprovableAct
{
    public string Name => ApprovableActs.SuspendTenant;

    public static bool Concerns(PortalTenant site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Profile.Approval.Asks(ApprovableActs.SuspendTenant);
    }

    public static ApprovalAsk Ask(PortalTenant site, string reason)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new ApprovalAsk(ApprovableActs.SuspendTenant, "tenant", null, site.Profile.Name.ToString(), new SuspensionData(site.Slug),
            reason);
    }

    public bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request) => StaffRules.MayManageTenants(actor);

    public Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request) => Task.FromResult<IReadOnlyList<ApprovalFact>>(
        [new(text["Address"], tenant.Value.Slug, StaffPaths.Tenant(tenant.Value.Slug)), new(text["Effect"], text["SuspendText"])]);

    /// <summary>Switched off meanwhile, it is not switched off once more.</summary>
    public async Task<ActOutcome> CarryOutAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await tenants.SuspendAsync(request.TenantId, request.Reason) ? ActOutcome.Done : ActOutcome.NotPossible;
    }
}
