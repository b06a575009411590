using System.Globalization;
using Npgsql;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;

namespace Portal.TestKit.Databases;

/// <summary>
/// One PostgreSQL for the whole test process; it ends with the
/// process. Databases are copies of one that was migrated once.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(() => Task.Run(StartAsync));
    private readonly PrivatePostgres postgres;
    private int databases;

    private PostgresServer(PrivatePostgres postgres) => this.postgres = postgres;

    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>The only one of a server that belongs to one test.</summary>
    internal static PostgresDatabase DatabaseOf(PrivatePostgres postgres) => new PostgresServer(postgres).Of(PostgresRoles.Database);

    /// <summary>A database of the current schema, as the migrations leave it.</summary>
    public Task<PostgresDatabase> CreateDatabaseAsync() => CreateDatabaseAsync("portal");

    public Task<PostgresDatabase> CreateEmptyDatabaseAsync() => CreateDatabaseAsync("template0");

    /// <summary>Runs a program that comes with the server, such as pg_dump, as its superuser.</summary>
    internal async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var programs = await PostgresPrograms.FindAsync(PostgresFolder.DataBelow(postgres.Folder), CancellationToken.None);
        var to = new NpgsqlConnectionStringBuilder(postgres.SuperuserConnectionString());
        await Command.RunAsync([Path.Combine(programs.Folder, program), $"--host={to.Host}", $"--port={to.Port}",
            $"--username={to.Username}", .. arguments], CancellationToken.None);
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.SuperuserConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var postgres = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Throwaway());
        await DatabaseMigrator.MigrateAsync(postgres.OwnerConnectionString());
        var server = new PostgresServer(postgres);
        await server.ExecuteAsync("ALTER DATABASE portal WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
        return server;
    }

    private async Task<PostgresDatabase> CreateDatabaseAsync(string template)
    {
        var name = "t" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy OWNER portal_owner");
        return Of(name);
    }

    private PostgresDatabase Of(string name) => new(this, name, postgres.OwnerConnectionString(name), postgres.AppConnectionString(name),
        postgres.SuperuserConnectionString(name));
}
