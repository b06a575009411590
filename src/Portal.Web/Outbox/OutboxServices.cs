using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Starting;
using Portal.Web.Outbox.Following;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Outbox;

public static class OutboxServices
{
    /// <summary>What is owed to the world outside, and the channels by which it leaves.</summary>
    public static IServiceCollection AddPortalOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxWaker>()
        .AddSingleton<EventContribution, OutboxEvents>()
        .AddSingleton<OutboxBodies>()
        .AddSingleton<OutboxHandler>()
        .AddSingleton<IOutboxChannel, MailChannel>()
        .AddScoped<OutboxFollowers>()
        .AddScoped<OutboxActs>()
        .AddScoped<OutboxRows>()
        .AddScoped<OutboxRetention>()
        .AddScoped<OutboxSignal>()
        .AddScoped<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>())
        .AddSingleton(Dispatcher)
        .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>())
        .AddWebhooks();

    private static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>()
            .AddSingleton<WebhookNetworks>()
            .AddSingleton<WebhookClient>()
            .AddSingleton<IOutboxChannel, WebhookChannel>()
            .AddScoped<WebhookQueue>();
    }

    // Its parts are nobody else's business, so its constructor is not public.
    private static OutboxDispatcher Dispatcher(IServiceProvider provider) => new(
        provider.GetServices<IOutboxChannel>(),
        provider.GetRequiredService<OutboxHandler>(),
        provider.GetRequiredService<OutboxWaker>(),
        provider.GetRequiredService<IServiceScopeFactory>(),
        provider.GetRequiredService<IOptions<WorkerOptions>>(),
        provider.GetRequiredService<ILogger<OutboxDispatcher>>());
}
