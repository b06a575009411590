using Npgsql;
using Portal.Web.Data.Starting;

namespace Portal.TestKit.Databases;

/// <summary>One test's database, dropped when disposed.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>How many times longer than usual an application under test waits for its database.</summary>
    public const int PatienceFactor = 10;

    private readonly PostgresServer server;
    private KeptRows? kept;

    internal PostgresDatabase(PostgresServer server, string name, string owner, string app, string superuser)
    {
        (this.server, Name) = (server, name);
        OwnerConnectionString = ForTests(owner);
        AppConnectionString = ForTests(app);

        // Kept open, too: a test looks at a dozen things, and a new connection costs the server more than any of them.
        SuperuserConnectionString = new NpgsqlConnectionStringBuilder(ForTests(superuser)) { Pooling = true }.ConnectionString;
    }

    public string Name { get; }

    public string OwnerConnectionString { get; }

    public string AppConnectionString { get; }

    internal string SuperuserConnectionString { get; }

    private string Kept => Name + "_kept";

    /// <summary>The first column of the first row, or null; beneath every tenant wall.</summary>
    public async Task<T?> ReadAsync<T>(FormattableString sql) => await ListAsync<T>(sql) is [var first, ..] ? first : default;

    /// <summary>The first column of every row; beneath every tenant wall.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(FormattableString sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(await reader.IsDBNullAsync(0) ? default! : await reader.GetFieldValueAsync<T>(0));
        }

        return values;
    }

    /// <returns>How many rows were touched; beneath every tenant wall.</returns>
    public async Task<int> ExecuteAsync(FormattableString sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = Command(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Remembers the rows as they are now, for <see cref="RestoreAsync"/>. Connections are cut.</summary>
    public async Task KeepAsync()
    {
        await CutAsync();
        await server.ExecuteAsync($"CREATE DATABASE {Kept} TEMPLATE {Name} STRATEGY file_copy OWNER portal_owner");
        kept = await KeptRows.ReadAsync(SuperuserConnectionString);
    }

    /// <summary>
    /// Everything is again as it was when <see cref="KeepAsync"/> was called, limits and tables too. Connections are
    /// cut where it was more than rows.
    /// </summary>
    public async Task RestoreAsync()
    {
        if (await kept!.RestoreAsync())
        {
            return;
        }

        await kept.DisposeAsync();
        await CutAsync();
        await server.ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");
        await server.ExecuteAsync($"CREATE DATABASE {Name} TEMPLATE {Kept} STRATEGY file_copy OWNER portal_owner");
        kept = await KeptRows.ReadAsync(SuperuserConnectionString);
    }

    /// <summary>As an operator backs up: a dump of this moment, while everybody goes on.</summary>
    public Task BackUpAsync(string file) => server.RunAsync("pg_dump", "--format=custom", $"--file={file}", Name);

    /// <summary>As an operator restores: into an empty database. Connections are cut.</summary>
    public async Task RestoreAsync(string file)
    {
        await CutAsync();
        await server.ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");
        await server.ExecuteAsync($"CREATE DATABASE {Name} TEMPLATE template0 OWNER portal_owner");
        await server.RunAsync("pg_restore", "--exit-on-error", $"--dbname={Name}", file);
    }

    public async ValueTask DisposeAsync()
    {
        await (kept?.DisposeAsync() ?? ValueTask.CompletedTask);
        await CutAsync();
        await server.ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");
        if (kept is not null)
        {
            await server.ExecuteAsync($"DROP DATABASE {Kept}");
        }
    }

    private async Task CutAsync()
    {
        var usual = new DatabaseConnections(DatabaseProvider.PostgreSql, AppConnectionString, Owner: null);
        var patient = usual with { PatienceFactor = PatienceFactor };
        foreach (var pooled in new[]
        {
            SuperuserConnectionString, OwnerConnectionString, AppConnectionString, usual.Limited, patient.Limited,
        })
        {
            await using var connection = new NpgsqlConnection(pooled);
            NpgsqlConnection.ClearPool(connection);
        }

        await server.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{Name}'");
    }

    private static string ForTests(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 60,
        ConnectionPruningInterval = 10,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static NpgsqlCommand Command(NpgsqlConnection connection, FormattableString sql)
    {
        var names = Enumerable.Range(1, sql.ArgumentCount).Select(number => (object)("$" + number)).ToArray();
#pragma warning disable CA2100 // the values are parameters
        var command = new NpgsqlCommand(string.Format(null, sql.Format, names), connection);
#pragma warning restore CA2100
        foreach (var value in sql.GetArguments())
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
