using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Attempts;

public static class AccountAttemptsServices
{
    /// <summary>What every way of signing in passes.</summary>
    public static IServiceCollection AddAccountAttempts(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AttemptEvents>()
        .AddScoped<Admission>()
        .AddScoped<SignInAttempts>();
}
