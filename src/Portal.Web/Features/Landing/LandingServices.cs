namespace Portal.Web.Features.Landing;

public static class LandingServices
{
    public static IServiceCollection AddLanding(this IServiceCollection services) => services
        .AddScoped<PortalFinder>();
}
