using Portal.Rules.Text;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Landing;

/// <summary>Finds the portal that somebody means: by its code, by its address, by any page of it.</summary>
public sealed class PortalFinder(TenantCatalog tenants)
{
    private const int Longest = 2000;

    /// <param name="ownHost">The host name under which the portals without one of their own are served.</param>
    /// <returns>Null where there is none, or none any more: a suspended
    /// portal is as unknown as one that never was (EN-10).</returns>
    public async Task<PortalTenant?> FindAsync(string typed, string ownHost)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = CanonicalText.LoginId(typed);
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var tenant = IsCode(text) ? await tenants.FindBySlugAsync(text) : await FindByAddressAsync(text, ownHost);
        return tenant is { Suspended: false } ? tenant : null;
    }

    private static bool IsCode(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private async Task<PortalTenant?> FindByAddressAsync(string text, string ownHost)
    {
        var address = text.StartsWith('/') ? $"https://{ownHost}{text}" : text.Contains("://", StringComparison.Ordinal) ? text
            : $"https://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            return null;
        }

        if (await tenants.FindByHostAsync(url.Host) is { } own)
        {
            return own;
        }

        return !url.Host.Equals(ownHost, StringComparison.OrdinalIgnoreCase) ? null : url.AbsolutePath.Split('/') switch
        {
            ["", "t", var slug, ..] when slug != TenantProfile.StaffSlug => await tenants.FindBySlugAsync(slug),
            ["", TenantProfile.StaffSlug, ..] => await tenants.FindBySlugAsync(TenantProfile.StaffSlug),
            _ => null,
        };
    }
}
