using Microsoft.Data.SqlClient;
using Npgsql;
using Portal.Web.Data.Starting;
using Portal.Web.Jobs.Cases;
using Portal.Web.Jobs.Imports;
using Portal.Web.Jobs.Points;
using Portal.Web.Jobs.Sealing;
using Quartz;

namespace Portal.Web.Jobs;

public static class JobServices
{
    /// <summary>
    /// Every round, and the scheduler that wakes them: one cluster over all nodes of this database (SCALE-2).
    /// </summary>
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, DatabaseConnections connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        services
            .AddScoped<CleanUp>()
            .AddRound<ValidityRound>()
            .AddRound<LapseRound>()
            .AddRound<AuditSealRound>()
            .AddRound<AuditHeadRound>()
            .AddRound<RetentionRound>()
            .AddRound<CleanUpRound>()
            .AddRound<ExportRound>()
            .AddSingleton<ImportRunner>()
            .AddRound<ImportRound>()
            .AddRound<FormAnswerRound>()
            .AddRound<LockMailRound>()
            .AddRound<CaseClosingRound>()
            .AddRound<CaseDigestRound>()
            .AddRound<PointExpiryRound>()
            .AddRound<PointCheckRound>()
            .AddRound<FileCheckRound>()
            .AddRound<FileRemovalRound>()
            .AddRound<ApprovalRound>();
        services.AddQuartz(scheduler =>
        {
            scheduler.ConfigureScheduler(options =>
            {
                (options.InstanceName, options.GenerateInstanceId) = ("portal", true);
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            scheduler.UsePersistentStore(store =>
            {
                store.UseClustering();
                store.UseSystemTextJsonSerializer();
                store.ConfigureStore(options => (options.TablePrefix, options.StoreJobDataAsStrings, options.UseBackgroundThreads) =
                    (SchedulerTables.Prefix, true, true));
                _ = connections.Provider == DatabaseProvider.PostgreSql
                    ? store.UsePostgres(NpgsqlFactory.Instance, connections.Scheduler)
                    : store.UseSqlServer(SqlClientFactory.Instance, connections.Scheduler);
            });
        });
        services.AddSingleton(provider => new Lazy<ISchedulerFactory>(provider.GetRequiredService<ISchedulerFactory>));
        services.AddHostedService<RoundScheduler>();
        return services;
    }

    private static IServiceCollection AddRound<T>(this IServiceCollection services)
        where T : class, IRound => services
        .AddSingleton<T>()
        .AddSingleton<IRound>(provider => provider.GetRequiredService<T>());
}
