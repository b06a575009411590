namespace Portal.Web.Features.Admin.Dashboard;

public static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddScoped<DashboardFigures>()
        .AddScoped<FigureBoard>()
        .AddSingleton<JobWatch>()
        .AddHostedService(provider => provider.GetRequiredService<JobWatch>())
        .AddScoped<StaffRound>();
}
