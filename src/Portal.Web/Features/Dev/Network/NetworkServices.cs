using Microsoft.Extensions.Options;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Features.Dev.Network;

public static class NetworkServices
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services
        .AddSingleton<NetworkStand>()
        .AddSingleton<IPostConfigureOptions<WebhookOptions>, DemonstrationNetwork>();
}
