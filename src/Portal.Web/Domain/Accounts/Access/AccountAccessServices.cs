using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Access;

public static class AccountAccessServices
{
    /// <summary>Whether an account may sign in, and from when to when.</summary>
    public static IServiceCollection AddAccountAccess(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AccessEvents>()
        .AddScoped<SignInSwitch>()
        .AddScoped<ValidityService>();
}
