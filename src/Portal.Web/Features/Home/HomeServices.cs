using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Home;

public static class HomeServices
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddScoped<IHomeSection, OwnHomeSection>()
        .AddScoped<HomeRound>()
        .AddScoped<HomePages>();
}
