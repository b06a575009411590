using Portal.Web.Audit;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data.Seed;

public static class SeedServices
{
    public static IServiceCollection AddPortalSeed(this IServiceCollection services)
    {
        services.AddOptions<FirstAdministratorOptions>().BindConfiguration(FirstAdministratorOptions.Section);
        return services
            .AddSingleton<EventContribution, SeedEvents>()
            .AddSingleton<DemoData>()
            .AddSingleton<FirstAdministrator>()
            .AddScoped<IStartStep, SeedStep>();
    }
}
