using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data.Starting;

/// <summary>
/// The migrations that a database has seen. EF makes a model of its own for the one table that says so, at each node's
/// start and for nothing else (PERF-5); PostgreSQL is asked without.
/// </summary>
internal static class AppliedMigrations
{
    /// <returns>Their ids; none where there is no database yet, or nothing in it.</returns>
    public static async Task<IReadOnlySet<string>> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (db is not NpgsqlPortalDbContext)
        {
            return (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        }

        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return new HashSet<string>();
        }

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        return await IsThereAsync(connection, cancellationToken) ? await IdsAsync(connection, cancellationToken) : new HashSet<string>();
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL""", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task<HashSet<string>> IdsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }
}
