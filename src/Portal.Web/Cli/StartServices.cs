using Portal.Web.Data;

namespace Portal.Web.Cli;

public static class StartServices
{
    public static IServiceCollection AddPortalStart(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        services.AddScoped<StartLock>().AddScoped<IStartStep, ProfilesStep>();
        services.AddHostedService<PreparedDatabase>();
        return services;
    }
}
