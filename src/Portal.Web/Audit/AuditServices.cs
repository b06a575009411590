using Microsoft.Extensions.Options;
using Portal.Web.Audit.Heads;
using Portal.Web.Audit.Histories;
using Portal.Web.Audit.Sealing;
using Portal.Web.Audit.Verification;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit;

public static class AuditServices
{
    /// <summary>Who acts, what is recorded of it, and how it is told.</summary>
    public static IServiceCollection AddPortalAudit(this IServiceCollection services) => services
        .AddChain()
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

    /// <summary>What makes of the log a log that proves itself.</summary>
    private static IServiceCollection AddChain(this IServiceCollection services)
    {
        services.AddOptions<SealingOptions>().BindConfiguration(SealingOptions.Section);
        services.AddOptions<HeadOptions>().BindConfiguration(HeadOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<HeadOptions>, HeadOptionsCheck>()
            .AddSingleton<EventContribution, VerificationEvents>()
            .AddScoped<OpenTransactions>()
            .AddScoped<SealingOrder>()
            .AddScoped<LastSeals>()
            .AddScoped<AuditSealer>()
            .AddSingleton<HeadSigner>()
            .AddSingleton<AuditHeads>()
            .AddScoped<ChainReader>()
            .AddSingleton<ChainVerification>();
    }
}
