using Portal.Web.Data;
using Portal.Web.Features.Points.Mails;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Points;

public static class PointPagesServices
{
    public static IServiceCollection AddPointPages(this IServiceCollection services) => services
        .AddScoped<IHomeSection, PointsHomeSection>()
        .AddScoped<ITransactionHook, PointMails>();
}
