using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Portal.Web.Features.Dev.BackOffice;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Network;

/// <summary>
/// In demonstration mode, messages for a telephone network go to the one at /dev/network, those for a back office to
/// /dev/backoffice, by the same channel and over real HTTP, wherever the operator has named none.
/// </summary>
internal sealed class DemonstrationNetwork(IServer server, IOptions<SiteOptions> site) : IPostConfigureOptions<WebhookOptions>
{
    /// <summary>Known to everybody, so that anybody can check a signature by hand.</summary>
    public const string Secret = "whsec_ZGVtby1uZXR3b3JrLXNlY3JldC0wMDAx";

    /// <summary>What the kinds of those messages begin with that go to the network.</summary>
    public const string Area = "provisioning.";

    private const string OrderArea = "orders.";

    public void PostConfigure(string? name, WebhookOptions options)
    {
        if (site.Value.Demo)
        {
            options.Otherwise = Find;
        }
    }

    private WebhookEndpoint? Find(string tenant, string kind) =>
        kind.StartsWith(Area, StringComparison.Ordinal) ? Endpoint(tenant, "network", Secret)
        : kind.StartsWith(OrderArea, StringComparison.Ordinal) ? Endpoint(tenant, "backoffice", BackOfficeStand.Secret)
        : null;

    private WebhookEndpoint Endpoint(string tenant, string place, string secret) =>
        new() { Tenant = tenant, Url = new Uri(Root(), $"/dev/{place}/{tenant}/hooks"), Secret = secret };

    // In a container the public address leads elsewhere; where it is https, somebody else ends that and only it is
    // right.
    private Uri Root() => site.Value.BaseUrl!.Scheme != Uri.UriSchemeHttps
        && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address =>
            address.StartsWith("http:", StringComparison.Ordinal)) is { } own
        ? new Uri($"http://127.0.0.1:{BindingAddress.Parse(own).Port}")
        : site.Value.BaseUrl;
}
