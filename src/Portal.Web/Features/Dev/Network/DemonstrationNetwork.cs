using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Network;

/// <summary>
/// In demonstration mode, messages for a telephone network go to the one at /dev/network, by the same channel and over
/// real HTTP, wherever the operator has named none.
/// </summary>
internal sealed class DemonstrationNetwork(IServer server, IOptions<SiteOptions> site) : IPostConfigureOptions<WebhookOptions>
{
    /// <summary>Known to everybody, so that anybody can check a signature by hand.</summary>
    public const string Secret = "whsec_ZGVtby1uZXR3b3JrLXNlY3JldC0wMDAx";

    private const string Area = "provisioning.";

    public void PostConfigure(string? name, WebhookOptions options)
    {
        if (site.Value.Demo)
        {
            options.Otherwise = Find;
        }
    }

    private WebhookEndpoint? Find(string tenant, string kind) => kind.StartsWith(Area, StringComparison.Ordinal)
        ? new WebhookEndpoint { Tenant = tenant, Url = new Uri(Root(), $"/dev/network/{tenant}/hooks"), Secret = Secret }
        : null;

    // In a container the public address leads elsewhere; where it is https, somebody else ends that and only it is
    // right.
    private Uri Root() => site.Value.BaseUrl!.Scheme != Uri.UriSchemeHttps
        && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address =>
            address.StartsWith("http:", StringComparison.Ordinal)) is { } own
        ? new Uri($"http://127.0.0.1:{BindingAddress.Parse(own).Port}")
        : site.Value.BaseUrl;
}
