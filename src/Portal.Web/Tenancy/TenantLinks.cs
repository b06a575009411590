using Microsoft.Extensions.Options;

namespace Portal.Web.Tenancy;

/// <summary>
/// The one place that builds absolute addresses. It knows the configuration and the profile only: a forged Host header
/// would send the victim's token to the attacker (TR-11, ML-02).
/// </summary>
public sealed class TenantLinks(IOptions<SiteOptions> options)
{
    private Uri BaseUrl => options.Value.BaseUrl!;

    /// <param name="path">Below the tenant, from "/" on, as it stands in the address bar.</param>
    public Uri To(PortalTenant tenant, string path)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/'))
        {
            throw new ArgumentException("The path starts with \"/\".", nameof(path));
        }

        return new Uri(Root(tenant) + path);
    }

    // Without https the portal runs on a loopback host, where the tenant's own host name leads nowhere.
    private string Root(PortalTenant tenant) =>
        tenant.Profile.Host is { } host && !options.Value.IsOwn(host) && BaseUrl.Scheme == Uri.UriSchemeHttps
            ? $"https://{host}"
            : BaseUrl.AbsoluteUri.TrimEnd('/') + tenant.PathBase;
}
