using Portal.Web.Data;

namespace Portal.Web.Outbox;

public static class OutboxServices
{
    /// <summary>Rows that wait to leave, and what sends them.</summary>
    public static IServiceCollection AddPortalOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxWaker>()
        .AddSingleton<OutboxBodies>()
        .AddScoped<OutboxActs>()
        .AddScoped<OutboxSignal>()
        .AddScoped<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>())
        .AddScoped<OutboxRows>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
}
