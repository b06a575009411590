using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Files;

namespace Portal.Web.Features.Admin.Cases;

public static class AdminCasesServices
{
    public static IServiceCollection AddAdminCases(this IServiceCollection services) => services
        .AddScoped<DeskQueue>()
        .AddScoped<DeskColumns>()
        .AddScoped<DeskRecords>()
        .AddScoped<DeskActs>()
        .AddScoped<DeskLive>()
        .AddScoped<IFilePlace, StaffFilePlace>()
        .AddScoped<IStaffSection, DeskSection>();
}
