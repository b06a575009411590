using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Orders;

public static class AdminOrdersServices
{
    public static IServiceCollection AddAdminOrders(this IServiceCollection services) => services
        .AddScoped<StaffOrderList>()
        .AddScoped<StaffOrderColumns>()
        .AddScoped<IStaffFigures, OrderFigures>()
        .AddScoped<IStaffTally, OrdersTally>()
        .AddScoped<IStaffSection, StaffOrderSection>();
}
