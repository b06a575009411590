using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Outbox;

public static class OutboxServices
{
    /// <summary>What is owed to the world outside, and the channels by which it leaves.</summary>
    public static IServiceCollection AddPortalOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<OutboxWaker>().AddSingleton<OutboxBodies>().AddSingleton<OutboxHandler>();
        services.AddScoped<OutboxActs>().AddScoped<OutboxRows>().AddScoped<OutboxSignal>()
            .AddScoped<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton(Dispatcher).AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services.AddWebhooks(configuration);
    }

    private static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddSingleton<WebhookNetworks>().AddSingleton<WebhookClient>().AddSingleton<IOutboxChannel, WebhookChannel>();
        return services.AddScoped<WebhookQueue>();
    }

    // Its parts are nobody else's business, so its constructor is not public.
    private static OutboxDispatcher Dispatcher(IServiceProvider provider) => new(
        provider.GetServices<IOutboxChannel>(),
        provider.GetRequiredService<OutboxHandler>(),
        provider.GetRequiredService<OutboxWaker>(),
        provider.GetRequiredService<IServiceScopeFactory>(),
        provider.GetRequiredService<IConfiguration>(),
        provider.GetRequiredService<ILogger<OutboxDispatcher>>());
}
