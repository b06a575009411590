using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.Admin;

public static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .Configure<MvcOptions>(options => options.Filters.Add<StaffNavigation>())
        .AddScoped<StaffReach>()
        .AddScoped<StaffLists>();
}
