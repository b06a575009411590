using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Tenants;

public static class TenantsServices
{
    /// <summary>Tenants as their profiles describe them: made, changed, put back.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ProfileEvents>()
        .AddScoped<ProfileNews>()
        .AddScoped<ICommitListener>(provider => provider.GetRequiredService<ProfileNews>())
        .AddScoped<ProfileChanges>()
        .AddScoped<ProfileEffects>()
        .AddScoped<TenantLogos>()
        .AddScoped<TenantSwitch>();
}
