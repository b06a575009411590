using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Web.Data.Connections;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Searching;
using Portal.Web.Data.Signals;
using Portal.Web.Data.SqlServer;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data;

public static class DatabaseServices
{
    /// <summary>The context of the chosen provider, one transaction a unit of work, and the database's clock.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseConnections connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        services.AddSingleton(connections);
        services.AddOptions<WorkerOptions>().BindConfiguration(WorkerOptions.Section)
            .Validate(options => options.IsSound, "Portal:WorkersAfter: 00:00:00 to 01:00:00.").ValidateOnStart();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        services.AddOptions<ConnectionShareOptions>().BindConfiguration(DatabaseOptions.Section)
            .Validate(options => options.AreUsable,
                "Portal:Database: TenantShare and TenantPatience must be positive, TenantQueue not negative.").ValidateOnStart();
        services
            .AddSingleton<ConnectionShares>()
            .AddSingleton<PostgresSignals>()
            .AddScoped<TenantScope>()
            .AddScoped<UnitOfWork>()
            .AddScoped<Snapshots>()
            .AddScoped<AuditRetention>()
            .AddScoped<CaseTextSearch>()
            .AddScoped<ArticleTextSearch>()
            .AddScoped<StartLock>()
            .AddScoped<KeyLock>()
            .AddSingleton<DatabaseCircuit>()
            .AddSingleton<CommandWatch>()
            .AddSingleton<ConnectionWatch>();

        // Options that are the same for all are made once, not with every request.
        if (connections.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddDbContext<PortalDbContext, NpgsqlPortalDbContext>(
                (provider, options) => NpgsqlPortalDbContext.Prepare(
                    Watched(options.UseNpgsql(connections.Limited).UseModel(NpgsqlPortalDbContext.SharedModel), provider)),
                optionsLifetime: ServiceLifetime.Singleton);
        }
        else
        {
            services.AddDbContext<PortalDbContext, SqlServerPortalDbContext>(
                (provider, options) => Watched(options.UseSqlServer(connections.Limited), provider),
                optionsLifetime: ServiceLifetime.Singleton);
        }

        services.AddSingleton<TimeProvider>(_ => new DatabaseClock(TimeProvider.System));
        services.AddSingleton<DatabaseClockReader>();
        services.AddHostedService<DatabaseClockWorker>();
        services.AddSingleton<DatabaseReadiness>();
        services.AddHealthChecks().AddCheck<DatabaseReadiness>("database");
        return services;
    }

    private static DbContextOptionsBuilder Watched(DbContextOptionsBuilder options, IServiceProvider provider) => options
        .ConfigureWarnings(OnlyOnce)
        .AddInterceptors(provider.GetRequiredService<CommandWatch>(), provider.GetRequiredService<ConnectionWatch>());

    /// <summary>
    /// What failed comes out as an exception, and whoever catches it logs it: with the same trace twice more, an outage
    /// fills the disk.
    /// </summary>
    private static void OnlyOnce(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.ConnectionError, CoreEventId.QueryIterationFailed, CoreEventId.SaveChangesFailed);
}
