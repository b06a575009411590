using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Points;

public static class AdminPointsServices
{
    public static IServiceCollection AddAdminPoints(this IServiceCollection services) => services
        .AddScoped<StaffPoints>()
        .AddScoped<GrantInput>()
        .AddScoped<IStaffFigures, PointFigures>()
        .AddScoped<IStaffPart, PointsPart>();
}
