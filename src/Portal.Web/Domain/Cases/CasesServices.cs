using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Cases.Answers;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Domain.Cases.Leaving;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Domain.Cases.Telling;

namespace Portal.Web.Domain.Cases;

public static class CasesServices
{
    /// <summary>Inquiries of customers and what becomes of them.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<EventContribution, CaseEvents>()
        .AddScoped<CaseSights>()
        .AddScoped<CaseLocks>()
        .AddScoped<CaseClocks>()
        .AddScoped<CasePriorities>()
        .AddScoped<CaseTimeline>()
        .AddScoped<CaseOpening>()
            .AddScoped<CaseContacts>()
        .AddScoped<CaseTalk>()
        .AddScoped<CaseMoves>()
        .AddScoped<CaseClosing>()
        .AddScoped<CaseAssignees>()
        .AddScoped<CaseAssignment>()
        .AddScoped<ITransactionHook, CasesLeft>()
        .AddScoped<CaseFollowing>()
        .AddScoped<CaseMarking>()
        .AddScoped<CaseSharing>()
        .AddScoped<CaseReadings>()
        .AddScoped<CaseAudience>()
        .AddScoped<CaseFinder>()
        .AddScoped<SavedFilters>()
        .AddScoped<CannedAnswers>()
        .AddLiveCases();

    private static IServiceCollection AddLiveCases(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section)
            .Validate(options => options.AreUsable,
                "Portal:Live: all must be positive, Heartbeat and Poll at most a minute.").ValidateOnStart();
        return services
            .AddSingleton<CaseWatches>()
            .AddSingleton<ICaseFeed>(Feed)
            .AddScoped<ITransactionHook, CaseNewsHook>()
            .AddScoped<CaseProgress>()
            .AddSingleton<TypingTurns>()
            .AddScoped<CaseTyping>()
            .AddHostedService<CaseFeedWorker>();
    }

    private static ICaseFeed Feed(IServiceProvider provider) =>
        provider.GetRequiredService<DatabaseConnections>().Provider == DatabaseProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<NotifiedCaseFeed>(provider)
            : ActivatorUtilities.CreateInstance<PolledCaseFeed>(provider);
}
