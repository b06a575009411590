using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Web.Tenancy;

public static class LinkServices
{
    /// <summary>Absolute addresses. In Development the address the server listens on will do.</summary>
    public static IServiceCollection AddTenantLinks(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SiteOptions>()
            .Configure(options => (options.Demo, options.BaseUrl) = (environment.IsDevelopment(), environment.IsDevelopment() ? Listening(configuration) : null))
            .Bind(configuration.GetSection(SiteOptions.Section))
            .Validate(
                options => options.HasUsableBaseUrl,
                "Portal:BaseUrl must be the https address of the portal's root; http only with Portal:Demo on a loopback host.")
            .ValidateOnStart();
        services.TryAddSingleton<TenantLinks>();
        return services;
    }

    private static Uri Listening(IConfiguration configuration) =>
        configuration["urls"]?.Split(';')[0] is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : new Uri("http://localhost:5000");
}
