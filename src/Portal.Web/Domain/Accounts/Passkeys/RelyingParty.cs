using Microsoft.AspNetCore.Identity;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>
/// WebAuthn as a tenant speaks it. Host and origin come from the configuration, never from a request (MF-17, TR-11).
/// </summary>
public sealed class RelyingParty(TenantLinks links, CurrentTenant tenant)
{
    private const int Es256 = -7;
    private const int Rs256 = -257;

    public string Name => tenant.Value.Profile.Name.ToString();

    /// <summary>By which a browser's answer names the account.</summary>
    public string Handle(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new PasskeyHandle(tenant.Value.Id, user.Id).ToString();
    }

    public IdentityPasskeyOptions Options()
    {
        var site = links.To(tenant.Value, "/");
        var origin = site.GetLeftPart(UriPartial.Authority);
        return new IdentityPasskeyOptions
        {
            ServerDomain = site.Host,
            AuthenticatorTimeout = PasskeyCeremonies.Life,
            ChallengeSize = 32,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "preferred",
            IsAllowedAlgorithm = algorithm => algorithm is Es256 or Rs256,
            ValidateOrigin = claimed => ValueTask.FromResult(!claimed.CrossOrigin && claimed.Origin == origin),
        };
    }
}
