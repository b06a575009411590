using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Delegation;

public static class AccountDelegationServices
{
    /// <summary>Who may act on whom, and what roles demand.</summary>
    public static IServiceCollection AddAccountDelegation(this IServiceCollection services) => services
        .AddSingleton<EventContribution, DelegationEvents>()
        .AddScoped<LastManager>()
        .AddScoped<Delegates>()
        .AddScoped<RoleService>()
        .AddScoped<FactorRequirement>();
}
