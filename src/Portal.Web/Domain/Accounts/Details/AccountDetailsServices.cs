using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Details;

public static class AccountDetailsServices
{
    /// <summary>What an account says of its owner.</summary>
    public static IServiceCollection AddAccountDetails(this IServiceCollection services) => services
        .AddSingleton<EventContribution, DetailsEvents>()
        .AddScoped<DetailsService>()
        .AddScoped<RecoveryDetailsService>()
        .AddScoped<DetailsCorrection>()
        .AddScoped<ProfileService>()
        .AddScoped<UserPreferences>();
}
