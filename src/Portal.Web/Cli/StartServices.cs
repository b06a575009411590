using Microsoft.AspNetCore.Hosting.Server;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

public static class StartServices
{
    /// <summary>What has to be done before the first request, and waits until it is.</summary>
    public static IServiceCollection AddPortalStart(this IServiceCollection services) => services
        .AddScoped<IStartStep, ProfilesStep>()
        .AddSingleton<StartSteps>()
        .AddSingleton<PreparedDatabase>()
        .AddHostedService(provider => provider.GetRequiredService<PreparedDatabase>());

    /// <summary>The server that is there opens its port after that.</summary>
    public static IServiceCollection AddServerAfterStart(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var server = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        return services.AddSingleton<IServer>(provider => new ServerAfterStart(
            (IServer)ActivatorUtilities.CreateInstance(provider, server), provider.GetRequiredService<PreparedDatabase>()));
    }
}
