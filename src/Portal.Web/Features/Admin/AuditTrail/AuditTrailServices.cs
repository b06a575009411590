namespace Portal.Web.Features.Admin.AuditTrail;

public static class AuditTrailServices
{
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddScoped<AuditSearch>()
        .AddScoped<AuditColumns>()
        .AddScoped<AuditExport>();
}
