using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Portal.Web.Tenancy;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>
/// Which addresses a webhook may reach. An address, or a name that leads to one, inside the provider's own network
/// would turn the portal into a way to what is not public: databases, management pages, the cloud's metadata (SSRF).
/// </summary>
internal sealed class WebhookNetworks(IOptions<WebhookOptions> options, IOptions<SiteOptions> site)
{
    // Everything of the special-purpose registries (RFC 6890) that is not plain unicast on the internet.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Within 2000::/3, and ways back to IPv4: Teredo and others, documentation, 6to4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork PublicIPv6 = IPNetwork.Parse("2000::/3");

    private readonly IPNetwork[] allowed = [.. options.Value.AllowedNetworks.Select(text => IPNetwork.Parse(text))];

    public bool Allows(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(plain) || allowed.Any(network => network.Contains(plain)) || (site.Value.Demo && IPAddress.IsLoopback(plain));
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || PublicIPv6.Contains(address))
        && !Closed.Any(network => network.Contains(address));
}
