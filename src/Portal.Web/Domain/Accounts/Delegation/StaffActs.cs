using Portal.Rules.Delegation;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Which acts on an account, or in a contract, a tenant's policies leave to the staff at all.</summary>
public static class StaffActs
{
    /// <summary>The word with which a lockout policy lets staff release (tenants.md).</summary>
    private const string ByStaff = "staff";

    /// <summary>Those on an account, in the order of its page.</summary>
    public static readonly IReadOnlyList<DelegatedAct> All =
        [DelegatedAct.ReleaseLockout, DelegatedAct.IssueTemporaryPassword, DelegatedAct.SendResetLink, DelegatedAct.EditDetails,
            DelegatedAct.EndSessions, DelegatedAct.RemoveFactor, DelegatedAct.Disable, DelegatedAct.Enable];

    public static bool AreOffered(PortalTenant tenant, DelegatedAct act)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return act switch
        {
            DelegatedAct.ReleaseLockout => tenant.Profile.Lockout.ReleasedBy?.Contains(ByStaff) == true,
            DelegatedAct.IssueTemporaryPassword => tenant.TemporaryPasswords.ByStaff,
            DelegatedAct.Disable or DelegatedAct.Enable or DelegatedAct.EditDetails => !tenant.IsStaffRealm,
            DelegatedAct.Register => !tenant.IsStaffRealm && tenant.Profile.Operators is { Register: true },
            DelegatedAct.SendResetLink => tenant.ResetDoors.Any(),
            DelegatedAct.EndSessions => true,
            DelegatedAct.RemoveFactor => tenant.Has(TenantFeatures.SecondFactor),
            _ => false,
        };
    }
}
