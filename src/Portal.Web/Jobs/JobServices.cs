namespace Portal.Web.Jobs;

public static class JobServices
{
    public static IServiceCollection AddPortalJobs(this IServiceCollection services) => services
        .AddSingleton<ValidityWorker>().AddHostedService(provider => provider.GetRequiredService<ValidityWorker>())
        .AddSingleton<LapseWorker>().AddHostedService(provider => provider.GetRequiredService<LapseWorker>())
        .AddSingleton<RetentionWorker>().AddHostedService(provider => provider.GetRequiredService<RetentionWorker>())
        .AddSingleton<CleanUpWorker>().AddHostedService(provider => provider.GetRequiredService<CleanUpWorker>()).AddScoped<CleanUp>()
        .AddHostedService<ExportWorker>();
}
