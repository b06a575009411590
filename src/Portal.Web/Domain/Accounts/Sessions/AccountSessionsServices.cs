using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Sessions;

public static class AccountSessionsServices
{
    /// <summary>Who is signed in, from which browser, and what ends it.</summary>
    public static IServiceCollection AddAccountSessions(this IServiceCollection services) => services
        .AddSingleton<EventContribution, SessionEvents>()
        .AddScoped<CurrentSession>()
        .AddScoped<SessionReader>()
        .AddScoped<SessionService>()
        .AddScoped<Workplaces>()
        .AddScoped<OwnSessions>()
        .AddScoped<ForcedSignOut>()
        .AddScoped<TrustedBrowsers>();
}
