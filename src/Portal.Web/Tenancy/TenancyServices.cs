using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tenancy;

public static class TenancyServices
{
    public static IServiceCollection AddPortalTenancy(this IServiceCollection services) =>
        services.AddSingleton<TenantCatalog>().AddScoped<CurrentTenant>().AddScoped<TenantEntry>().AddScoped<ProfileFiles>();
}
