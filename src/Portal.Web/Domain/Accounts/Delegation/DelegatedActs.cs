using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Which acts on other accounts a tenant has at all; its profile and its policies decide.</summary>
public static class DelegatedActs
{
    /// <summary>The word with which a lockout policy lets managers release (tenants.md).</summary>
    private const string ByManager = "manager";

    public static bool AreOffered(PortalTenant tenant, DelegatedAct act)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Operators is { } operators && (operators.Acts?.Contains(act) ?? !IsNamedOnly(act)) && act switch
        {
            DelegatedAct.Register => operators.Register,
            DelegatedAct.IssueTemporaryPassword => tenant.TemporaryPasswords.ByManager,
            DelegatedAct.ReleaseLockout => tenant.Profile.Lockout.ReleasedBy?.Contains(ByManager) == true,
            DelegatedAct.SendResetLink => tenant.HasReset(operators.Door),
            DelegatedAct.RemoveFactor => tenant.Has(TenantFeatures.SecondFactor),
            _ => true,
        };
    }

    /// <summary>
    /// Offered only where the profile names it: most tenants' IDs, managers and members are given by the provider.
    /// </summary>
    private static bool IsNamedOnly(DelegatedAct act) => act is DelegatedAct.GrantRole or DelegatedAct.ChangeLoginId or DelegatedAct.Remove
        or DelegatedAct.ActFor or DelegatedAct.GrantMembership;
}
