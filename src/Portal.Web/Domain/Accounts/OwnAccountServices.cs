using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts;

internal static class OwnAccountServices
{
    /// <summary>What users see and change of their own account.</summary>
    public static IServiceCollection AddOwnAccount(this IServiceCollection services) => services
        .AddScoped<OwnSessions>().AddScoped<ProfileService>()
        .AddScoped<AuditWords>().AddScoped<HistoryQuery>().AddScoped<HistoryWords>();
}
