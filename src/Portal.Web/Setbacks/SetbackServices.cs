using Portal.Web.Audit;

namespace Portal.Web.Setbacks;

public static class SetbackServices
{
    /// <summary>Rows that cannot be handled, and how the others go on.</summary>
    public static IServiceCollection AddPortalSetbacks(this IServiceCollection services) => services
        .AddSingleton<EventContribution, SetbackEvents>()
        .AddSingleton<RowByRow>()
        .AddScoped<SetbackLedger>()
        .AddScoped<SetbackActs>();
}
