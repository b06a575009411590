using Portal.Web.Data.Starting;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

public static class StartServices
{
    public static IServiceCollection AddPortalStart(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        services.AddOptions<ProfileOptions>().BindConfiguration("Portal").Validate(
            options => options.ProfileFolders.All(Directory.Exists), "Portal:ProfileFolders: a folder is not there.").ValidateOnStart();
        services.AddScoped<StartLock>().AddScoped<IStartStep, ProfilesStep>();
        services.AddSingleton<StartSteps>();
        services.AddHostedService<PreparedDatabase>();
        return services;
    }
}
