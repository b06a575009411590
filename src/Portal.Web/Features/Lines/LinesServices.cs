using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Lines;

public static class LinesServices
{
    public static IServiceCollection AddLines(this IServiceCollection services) => services
        .AddScoped<IHomeSection, LinesHomeSection>();
}
