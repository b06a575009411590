using System.Text.Json;
using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>Somebody becomes an administrator, or one of more tenants; system administrators decide.</summary>
public sealed class GrantApproval(StaffRightsChange rights, StaffInvitation invitation, TenantCatalog catalog,
    IStringLocalizer<AdminText> admin, IStringLocalizer<StaffPersonText> text) : IApprovableAct
{
    public string Name => ApprovableActs.GrantAdministrator;

    public bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role == AccountRole.SystemAdministrator;
    }

    public async Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request)
    {
        var grant = Read(request);
        var tenants = TenantChoices.Named(await catalog.ListAsync()).Where(each => grant.TenantIds.Contains(each.Tenant.Id));
        return
        [
            new(text["Person"], request.SubjectName, grant.StaffId is { } id ? StaffPaths.StaffPerson(id) : null),
            .. grant.StaffId is null
                ? [new ApprovalFact(text["Field.Email"], EmailAddress.Readable(grant.Email))]
                : Array.Empty<ApprovalFact>(),
            new(text["Role"], admin["Role." + grant.Role]),
            new(text["Tenants"], grant.Role == AccountRole.SystemAdministrator ? text["AllTenants"]
                : string.Join(text["Comma"], tenants.Select(each => each.Name))),
        ];
    }

    public async Task<ActOutcome> CarryOutAsync(ApprovalRequest request)
    {
        var grant = Read(request);
        var outcome = grant.StaffId is { } id
            ? await rights.ChangeAsync(id, grant.Version, grant.Rights, request.Reason)
            : await invitation.InviteAsync(new NewStaff(grant.Email, grant.FamilyName, grant.GivenName, grant.Rights), request.Reason);
        return outcome == StaffOutcome.Done ? ActOutcome.Done : ActOutcome.NotPossible;
    }

    private static StaffGrant Read(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JsonSerializer.Deserialize<StaffGrant>(request.Data, JsonSerializerOptions.Web)!;
    }
}
