using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Memberships;

public static class AccountMembershipsServices
{
    /// <summary>Who works for which contracts beside its own.</summary>
    public static IServiceCollection AddAccountMemberships(this IServiceCollection services) => services
        .AddSingleton<EventContribution, MembershipEvents>()
        .AddScoped<MembershipService>()
        .AddScoped<WorkingContract>();
}
