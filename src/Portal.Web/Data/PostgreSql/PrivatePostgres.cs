using Npgsql;

namespace Portal.Web.Data.PostgreSql;

/// <summary>A PostgreSQL server of our own, reached by unix socket only, that ends when this process ends.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private readonly PostgresFolder folder;
    private readonly PostgresGuard guard;
    private int disposed;

    private PrivatePostgres(PostgresFolder folder, PostgresGuard guard) => (this.folder, this.guard) = (folder, guard);

    /// <summary>
    /// Where the data is; not always where it was asked for (see <see cref="PostgresFolder.ChooseAsync"/>).
    /// </summary>
    public string Folder => folder.Path;

    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var account = await PostgresAccount.ForAsync(PostgresFolder.DataBelow(options.Folder), cancellationToken);
        var path = await PostgresFolder.ChooseAsync(options.Folder, account, cancellationToken);
        var folder = await PostgresFolder.HoldAsync(path, account, cancellationToken);
        try
        {
            return await StartAsync(options, folder, account, cancellationToken);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public string OwnerConnectionString(string database = PostgresRoles.Database) => ConnectionString(PostgresRoles.Owner, database);

    public string AppConnectionString(string database = PostgresRoles.Database) => ConnectionString(PostgresRoles.App, database);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await guard.DisposeAsync();
            folder.Dispose();
        }
    }

    internal string SuperuserConnectionString(string database = "postgres") =>
        ConnectionString(PostgresRoles.Superuser, database) + ";Pooling=false";

    private static async Task<PrivatePostgres> StartAsync(
        PrivatePostgresOptions options, PostgresFolder folder, PostgresAccount account, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.FindAsync(folder.Data, cancellationToken);
        await PostgresData.PrepareAsync(folder, programs, account, options, cancellationToken);
        var server = new PrivatePostgres(folder, PostgresGuard.Start(options, folder, programs, account));
        try
        {
            await server.PrepareRolesAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.guard.DisposeAsync();
            throw;
        }
    }

    private async Task PrepareRolesAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await FirstConnectionAsync(cancellationToken))
        {
            await PostgresRoles.EnsureAsync(connection, cancellationToken);
        }

        await using var database = new NpgsqlConnection(SuperuserConnectionString(PostgresRoles.Database));
        await database.OpenAsync(cancellationToken);
        await PostgresRoles.OwnSchemaAsync(database, cancellationToken);
    }

    private async Task<NpgsqlConnection> FirstConnectionAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        while (true)
        {
            var connection = new NpgsqlConnection(SuperuserConnectionString());
            try
            {
                await connection.OpenAsync(limit.Token);
                return connection;
            }
            catch (NpgsqlException e)
            {
                await connection.DisposeAsync();
                if (guard.HasExited)
                {
                    throw new PrivatePostgresException("PostgreSQL did not start: " + await LastWordsAsync(), e);
                }

                await Task.Delay(BetweenTries, limit.Token);
            }
        }
    }

    private async Task<string> LastWordsAsync() =>
        File.Exists(folder.Log) ? string.Join('\n', (await File.ReadAllLinesAsync(folder.Log)).TakeLast(10)) : "it left no log";

    private string ConnectionString(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Sockets,
        Port = 5432,
        Username = role,
        Database = database,
    }.ConnectionString;
}
