using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Lockout;

public static class AccountLockoutServices
{
    /// <summary>Locks by failed attempts, and how they end.</summary>
    public static IServiceCollection AddAccountLockout(this IServiceCollection services) => services
        .AddSingleton<EventContribution, LockoutEvents>()
        .AddScoped<LockEnding>()
        .AddScoped<LockCauses>()
        .AddScoped<LockoutService>()
        .AddScoped<LockMails>();
}
