using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

public static class StartServices
{
    /// <summary>What has to be done before the first request, and waits until it is.</summary>
    public static IServiceCollection AddPortalStart(this IServiceCollection services) => services
        .AddScoped<IStartStep, ProfilesStep>()
        .AddSingleton<StartSteps>()
        .AddSingleton<NodeEnd>()
        .AddHostedService<PreparedDatabase>();
}
