using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit;

public static class AuditServices
{
    /// <summary>Who acts, what is recorded of it, and how it is told.</summary>
    public static IServiceCollection AddPortalAudit(this IServiceCollection services) => services
        .AddSingleton<EventContribution, RetentionEvents>()
        .AddSingleton<EventKinds>()
        .AddSingleton<HistoryKinds>()
        .AddSingleton<AuditWords>()
        .AddScoped<AuditActor>()
        .AddScoped<IActorRecord>(provider => provider.GetRequiredService<AuditActor>())
        .AddScoped<AuditLog>()
        .AddScoped<ICommitListener, EventCounts>()
        .AddScoped<HistoryQuery>()
        .AddScoped<HistoryWords>();
}
