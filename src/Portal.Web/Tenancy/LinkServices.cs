using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Web.Tenancy;

public static class LinkServices
{
    public static IServiceCollection AddTenantLinks(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection(SiteOptions.Section))
            .Validate(
                options => options.HasUsableBaseUrl,
                "Portal:BaseUrl must be the https address of the portal's root; http only with Portal:Demo on a loopback host.")
            .ValidateOnStart();
        services.TryAddSingleton<TenantLinks>();
        return services;
    }
}
