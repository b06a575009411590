using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.WorkRequests;

public static class AdminWorkRequestsServices
{
    public static IServiceCollection AddAdminWorkRequests(this IServiceCollection services) => services
        .AddScoped<StaffWorkList>()
        .AddScoped<StaffWorkColumns>()
        .AddScoped<StaffWorkRecords>()
        .AddScoped<IStaffFigures, WorkFigures>()
        .AddScoped<IStaffTally, WorkTally>()
        .AddScoped<IStaffSection, StaffWorkSection>();
}
