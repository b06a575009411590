using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Cases;

public static class AdminCasesServices
{
    public static IServiceCollection AddAdminCases(this IServiceCollection services) => services
        .AddScoped<DeskQueue>()
        .AddScoped<DeskColumns>()
        .AddScoped<DeskRecords>()
        .AddScoped<DeskActs>()
        .AddScoped<IStaffSection, DeskSection>();
}
