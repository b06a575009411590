using Microsoft.Extensions.Options;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Telephony;

/// <summary>
/// What signs the posts of a tenant's voice provider. It is a setting and no part of the profile: a secret that
/// everybody can read who may see a profile is none.
/// </summary>
public sealed class VoiceSecrets(IOptions<TelephonyOptions> options, IOptions<SiteOptions> site)
{
    /// <returns>
    /// Null where the tenant takes no calls: its policy has none, no number signs in, or nothing could be checked.
    /// </returns>
    public string? Of(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.TemporaryPasswords.ByPhone
            && tenant.Profile.Doors.Any(door => door.Identifier.Kind == IdentifierKind.PhoneNumber)
            ? Known(tenant)
            : null;
    }

    /// <summary>Whether the tenant could take calls, whatever its policy says.</summary>
    public bool Has(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Known(tenant) is not null;
    }

    /// <summary>The address to which the provider posts and over which it signs, whatever stands in between.</summary>
    /// <param name="path">From "/" on, with its query.</param>
    public string Address(string path) => site.Value.BaseUrl!.AbsoluteUri.TrimEnd('/') + path;

    private string? Known(PortalTenant tenant) => options.Value.Secrets.TryGetValue(tenant.Slug, out var own) ? own
        : site.Value.Demo ? TelephonyOptions.DemonstrationSecret
        : null;
}
