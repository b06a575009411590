using Portal.Rules.Delegation;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

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
            DelegatedAct.Register =>
                !tenant.IsStaffRealm && tenant.Profile.Operators is { Register: true } && FirstPasswordOf(tenant) is not null,
            DelegatedAct.SendResetLink => tenant.ResetDoors.Any(),
            DelegatedAct.EndSessions => true,
            DelegatedAct.RemoveFactor => tenant.Has(TenantFeatures.SecondFactor),
            _ => false,
        };
    }

    /// <summary>
    /// How somebody whom the staff adds gets a first password: as those whom managers add. Where these are given a
    /// temporary one and the staff issues none, they are invited (ADMIN-4).
    /// </summary>
    /// <returns>Null where neither is possible.</returns>
    public static FirstPassword? FirstPasswordOf(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Operators switch
        {
            null => null,
            { FirstPassword: FirstPassword.Issued } when tenant.TemporaryPasswords.ByStaff => FirstPassword.Issued,
            { FirstPassword: FirstPassword.Invitation } => FirstPassword.Invitation,
            { } operators when tenant.HasReset(operators.Door) && operators.Fields.Contains("email") => FirstPassword.Invitation,
            _ => null,
        };
    }
}
