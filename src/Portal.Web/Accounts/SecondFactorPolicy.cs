using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

public static class SecondFactorPolicy
{
    public static bool Requires(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        return tenant.Profile.SecondFactor.Mode switch
        {
            SecondFactorMode.Off => false,
            SecondFactorMode.Optional => user.WantsSecondFactor,
            SecondFactorMode.RequiredForManagers => user.WantsSecondFactor || user.Role != AccountRole.Member,
            SecondFactorMode.Required => true,
            _ => throw new ArgumentOutOfRangeException(nameof(tenant)),
        };
    }
}
