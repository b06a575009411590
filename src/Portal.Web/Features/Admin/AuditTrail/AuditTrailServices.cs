using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.AuditTrail;

public static class AuditTrailServices
{
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AuditLookEvents>()
        .AddScoped<AuditSearch>()
        .AddScoped<AuditColumns>()
        .AddScoped<AuditExport>();
}
