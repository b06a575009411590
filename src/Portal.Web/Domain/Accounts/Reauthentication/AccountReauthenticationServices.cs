using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Reauthentication;

public static class AccountReauthenticationServices
{
    /// <summary>Proving once more who one is.</summary>
    public static IServiceCollection AddAccountReauthentication(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ReauthenticationEvents>()
        .AddScoped<ReauthenticationService>();
}
