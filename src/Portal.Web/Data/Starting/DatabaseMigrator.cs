using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.SqlServer;

namespace Portal.Web.Data.Starting;

/// <summary>
/// Brings a database to this release's schema, connected as its
/// owner. Two nodes at once migrate once (EF takes a lock).
/// </summary>
public static class DatabaseMigrator
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    public static Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken = default) =>
        MigrateAsync(DatabaseProvider.PostgreSql, ownerConnectionString, cancellationToken);

    public static async Task MigrateAsync(DatabaseProvider provider, string ownerConnectionString,
        CancellationToken cancellationToken = default)
    {
        await using var db = Create(provider, ownerConnectionString);
        if (provider == DatabaseProvider.PostgreSql)
        {
            await MigratePostgresAsync(db, cancellationToken);
            return;
        }

        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(SchedulerTables.Script(provider), cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ApplicationRights.Script(db.Model), cancellationToken);
    }

    /// <summary>
    /// Only what is missing, and each lock for a short time: people work on these tables meanwhile (FP-03, FP-05).
    /// </summary>
    private static async Task MigratePostgresAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(LongestTurn);
        await TakeTurnAsync(db, cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await PatientOwner.TryAsync(() => db.Database.MigrateAsync(cancellationToken), cancellationToken);
        }

        // Here already where the database was there; a new one has been made by its first migration.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var condition = await RowLevelSecurity.ConditionAsync(connection, cancellationToken);
        await PatientOwner.EnsureAsync(connection, [SchedulerTables.Postgres(), .. RowLevelSecurity.Parts(db.Model, condition)],
            cancellationToken);
    }

    /// <summary>
    /// On PostgreSQL EF's own lock ends with each migration's transaction, so that two nodes can start the next one
    /// together. This one lasts as long as the connection (FP-03).
    /// </summary>
    private static async Task TakeTurnAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(346720119)", cancellationToken);
        await PatientOwner.HurryAsync((NpgsqlConnection)db.Database.GetDbConnection(), cancellationToken);
    }

    /// <summary>
    /// The whole schema as one script that can be applied to an empty, an older or an up-to-date database.
    /// </summary>
    public static string Script(DatabaseProvider provider)
    {
        using var db = Create(provider, provider == DatabaseProvider.PostgreSql ? "Host=nowhere" : "Server=nowhere");
        var script =
            ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IMigrator>()
            .GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        return string.Join(Environment.NewLine, script, SchedulerTables.Script(provider), Rights(provider, db));
    }

    private static string Rights(DatabaseProvider provider, PortalDbContext db) =>
        provider == DatabaseProvider.PostgreSql ? RowLevelSecurity.Script(db.Model) : ApplicationRights.Script(db.Model);

    private static PortalDbContext Create(DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.PostgreSql =>
            new NpgsqlPortalDbContext(new DbContextOptionsBuilder<NpgsqlPortalDbContext>()
                .UseNpgsql(connectionString + ";Pooling=false").Options),
        DatabaseProvider.SqlServer =>
            new SqlServerPortalDbContext(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer(connectionString).Options),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };
}

public enum DatabaseProvider
{
    PostgreSql,
    SqlServer,
}
