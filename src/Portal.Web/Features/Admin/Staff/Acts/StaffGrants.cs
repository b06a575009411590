using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>What is to be granted, as it is stored while it waits.</summary>
/// <param name="StaffId">Whom it is for; null for somebody who is invited by it.</param>
/// <param name="Version">Of the account when it was asked for: about another state somebody has to ask anew.</param>
public sealed record StaffGrant(Guid? StaffId, int Version, string Email, string FamilyName, string GivenName, AccountRole Role,
    IReadOnlyList<Guid> TenantIds)
{
    public StaffRights Rights => new(Role, TenantIds.ToHashSet());
}

/// <summary>
/// Whether rights are granted at once or wait for a second person (ADMIN-11). One of the concerned tenants' profiles
/// asks, or the staff realm's; the request belongs to the realm, so that system administrators decide.
/// </summary>
public sealed class StaffGrants(TenantCatalog catalog, ApprovalAsking approvals)
{
    /// <param name="former">What the person holds now; null for nobody yet.</param>
    public async Task<bool> NeedApprovalAsync(StaffRights? former, StaffRights rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        if (rights.Role < AccountRole.TenantAdministrator)
        {
            return false;
        }

        if (former is { Role: AccountRole.SystemAdministrator })
        {
            // Whoever had every tenant gains none, and taking power away waits for nobody.
            return false;
        }

        var (rises, all) = (former is null || former.Role < rights.Role, rights.Role == AccountRole.SystemAdministrator);
        var gained = rights.TenantIds.Except(rises ? [] : former!.TenantIds).ToHashSet();
        if (!rises && gained.Count == 0)
        {
            return false;
        }

        return Asks(await catalog.StaffRealmAsync())
            || (await catalog.ListAsync()).Any(tenant => (all || gained.Contains(tenant.Id)) && Asks(tenant));
    }

    public Task<AskOutcome> AskAsync(StaffGrant grant, string name, string reason)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return approvals.AskAsync(new ApprovalAsk(ApprovableActs.GrantAdministrator, grant.StaffId?.ToString("N") ?? grant.Email,
            grant.StaffId, name, grant, reason));
    }

    private static bool Asks(PortalTenant tenant) => tenant.Profile.Approval.Asks(ApprovableActs.GrantAdministrator);
}
