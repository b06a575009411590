using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Accounts;

internal static class OwnAccountServices
{
    /// <summary>What users see and change of their own account.</summary>
    public static IServiceCollection AddOwnAccount(this IServiceCollection services) => services
        .AddScoped<OwnSessions>().AddScoped<ProfileService>()
        .AddScoped<AuditWords>().AddScoped<HistoryQuery>().AddScoped<HistoryWords>();
}
