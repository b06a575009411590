using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Portal.TestKit.Databases;

/// <summary>
/// The rows of a database as they were, and what was changed since. A test touches a few of some hundred tables:
/// putting these back costs a twentieth of a new copy of the database, and the application keeps its connections. What
/// is not a row (a trigger, a right, a table) is seen and left to whoever can make the copy.
/// </summary>
internal sealed class KeptRows : IAsyncDisposable
{
    private const int VacuumsEvery = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<KeptTable> tables;
    private readonly NpgsqlCommand rebuilt;
    private readonly NpgsqlCommand changes;
    private readonly HashSet<string> touched = [];
    private long since;
    private int restores;

    private KeptRows(NpgsqlConnection connection, IReadOnlyList<KeptTable> tables, NpgsqlCommand rebuilt, NpgsqlCommand changes) =>
        (this.connection, this.tables, this.rebuilt, this.changes) = (connection, tables, rebuilt, changes);

    /// <summary>Reads everything; nobody else is connected.</summary>
    public static async Task<KeptRows> ReadAsync(string superuser)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<KeptTable>();
        foreach (var (name, columns) in await TablesAsync(connection))
        {
            tables.Add(await KeptTable.ReadAsync(connection, name, columns));
        }

        var rebuilt = await PrepareAsync(connection, "SELECT " + string.Join(" OR ",
            new[] { "pg_class", "pg_attribute", "pg_proc", "pg_trigger", "pg_policy", "pg_constraint", "pg_namespace" }.Select(catalog =>
                $"EXISTS (SELECT FROM {catalog} WHERE xmin::text::bigint >= $1)")));
        var changes = await PrepareAsync(connection, string.Join(" UNION ALL ", tables.Select((table, i) =>
            $"SELECT {Number(i)} WHERE (SELECT count(*) FILTER (WHERE xmin::text::bigint < $1) <> {Number(table.Rows)} "
                + $"OR count(*) <> {Number(table.Rows)} FROM {table.Name})")));
        var kept = new KeptRows(connection, tables, rebuilt, changes);
        kept.since = await kept.NowAsync();
        return kept;
    }

    /// <returns>False where more than rows was changed, or somebody is still at work.</returns>
    public async Task<bool> RestoreAsync()
    {
        if (!await IsQuietAsync() || await WasRebuiltAsync())
        {
            return false;
        }

        var changed = await ChangedAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // Neither triggers nor foreign keys: all that they would do is restored as well.
            await ExecuteAsync("SET LOCAL session_replication_role = replica");
            foreach (var table in changed)
            {
                await ExecuteAsync($"DELETE FROM {table.Name}");
                await table.WriteAsync(connection);
                touched.Add(table.Name);
            }

            await transaction.CommitAsync();
        }

        if (++restores % VacuumsEvery == 0 && touched.Count > 0)
        {
            await ExecuteAsync($"VACUUM {string.Join(", ", touched)}");
            touched.Clear();
        }

        since = await NowAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await rebuilt.DisposeAsync();
        await changes.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Whoever was asked to stop may still be at its last statement.</summary>
    private async Task<bool> IsQuietAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await ReadAsync<bool>("""
            SELECT EXISTS (SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend')
            """))
        {
            if (TimeProvider.System.GetElapsedTime(began) > LongestWait)
            {
                return false;
            }

            await Task.Delay(BetweenLooks);
        }

        return true;
    }

    private async Task<bool> WasRebuiltAsync()
    {
        rebuilt.Parameters[0].Value = since;
        return (bool)(await rebuilt.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<KeptTable>> ChangedAsync()
    {
        changes.Parameters[0].Value = since;
        var changed = new List<KeptTable>();
        await using var reader = await changes.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            changed.Add(tables[reader.GetInt32(0)]);
        }

        return changed;
    }

    /// <summary>A question about every table and a transaction: planning it costs more than answering.</summary>
    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from the catalogue and numbers
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.PrepareAsync();
        return command;
    }

    private Task<long> NowAsync() => ReadAsync<long>("SELECT pg_current_xact_id()::text::bigint");

    private async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from the catalogue and numbers
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from the catalogue
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Names as they are written in statements, each with the columns that are not computed.</summary>
    private static async Task<List<(string Name, string Columns)>> TablesAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.oid ORDER BY 1
            """;
        var names = new List<(string Name, string Columns)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            names.Add((reader.GetString(0), reader.GetString(1)));
        }

        return names;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Content">As COPY writes it.</param>
    private sealed record KeptTable(string Name, string Columns, long Rows, byte[] Content)
    {
        public static async Task<KeptTable> ReadAsync(NpgsqlConnection connection, string name, string columns)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from the catalogue
            command.CommandText = $"SELECT count(*) FROM {name}";
#pragma warning restore CA2100
            var rows = (long)(await command.ExecuteScalarAsync())!;
            if (rows == 0)
            {
                return new KeptTable(name, columns, 0, []);
            }

            using var content = new MemoryStream();
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY {name} ({columns}) TO STDOUT (FORMAT binary)"))
            {
                await copy.CopyToAsync(content);
            }

            return new KeptTable(name, columns, rows, content.ToArray());
        }

        public async Task WriteAsync(NpgsqlConnection connection)
        {
            if (Rows > 0)
            {
                await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Name} ({Columns}) FROM STDIN (FORMAT binary)");
                await copy.WriteAsync(Content);
            }
        }
    }
}
