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
            .AddScoped<SchedulerRecords>()
            .AddScoped<StartLock>()
            .AddScoped<KeyLock>()
            .AddSingleton<DatabaseCircuit>()
            .AddSingleton<CommandWatch>()
            .AddSingleton<ConnectionWatch>();

        // Options that are the same for all are made once, not with every request.
        if (connections.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddPooledDbContextFactory<NpgsqlPortalDbContext>((provider, options) => NpgsqlPortalDbContext.Prepare(
                Watched(options.UseNpgsql(connections.Limited).UseModel(NpgsqlPortalDbContext.SharedModel), provider)));
            services.AddScoped<PortalDbContext>(Context<NpgsqlPortalDbContext>(options => new(options)));
        }
        else
        {
            services.AddPooledDbContextFactory<SqlServerPortalDbContext>(
                (provider, options) => SqlServerPortalDbContext.Prepare(Watched(options.UseSqlServer(connections.Limited), provider)));
            services.AddScoped<PortalDbContext>(Context<SqlServerPortalDbContext>(options => new(options)));
        }

        services.AddSingleton<TimeProvider>(_ => new DatabaseClock(TimeProvider.System));
        services.AddSingleton<DatabaseClockReader>();
        services.AddHostedService<DatabaseClockWorker>();
        services.AddHostedService<StartLeftovers>();
        services.AddSingleton<DatabaseReadiness>();
        services.AddHealthChecks().AddCheck<DatabaseReadiness>("database");
        return services;
    }

    /// <summary>
    /// Requests borrow one from the pool; work of the background gets its own, because a file of 100,000 rows leaves
    /// tables of that size behind in the context that read it.
    /// </summary>
    private static Func<IServiceProvider, TContext> Context<TContext>(Func<DbContextOptions<TContext>, TContext> make)
        where TContext : PortalDbContext =>
        provider =>
        {
            var db = provider.GetService<IHttpContextAccessor>()?.HttpContext is null
                ? make(provider.GetRequiredService<DbContextOptions<TContext>>())
                : provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            db.Serve(provider.GetRequiredService<TenantScope>(), provider.GetRequiredService<TimeProvider>());
            return db;
        };

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
