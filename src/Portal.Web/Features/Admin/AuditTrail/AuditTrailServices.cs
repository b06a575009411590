using Portal.Web.Audit;
using Portal.Web.Features.Admin.AuditTrail.Verification;

namespace Portal.Web.Features.Admin.AuditTrail;

public static class AuditTrailServices
{
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AuditLookEvents>()
        .AddScoped<AuditSearch>()
        .AddScoped<AuditColumns>()
        .AddScoped<AuditExport>()
        .AddScoped<ChainStates>();
}
