using Portal.Rules.SecondFactors;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passkeys;

public static class PasskeyPolicy
{
    public static bool OffersPasskeys(this PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Factors.Accepts(FactorMethod.Passkey);
    }
}
