using Portal.Web.Audit;

namespace Portal.Web.Domain.Points;

public static class PointsServices
{
    /// <summary>Points of contracts: given, set aside, used, free again, gone.</summary>
    public static IServiceCollection AddPoints(this IServiceCollection services) => services
        .AddSingleton<EventContribution, PointEvents>()
        .AddScoped<PointSums>()
        .AddScoped<PointLedger>()
        .AddScoped<PointGrants>()
        .AddScoped<PointReservations>()
        .AddScoped<PointExpiry>()
        .AddScoped<PointCheck>();
}
