using System.Diagnostics;
using System.Globalization;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;

namespace Portal.TestKit.Databases;

/// <summary>
/// A PostgreSQL of its own with the settings of one that keeps its promises, which can be killed. Its files lie in
/// memory where there is room: what a killed process has written stays there as it does on a disk.
/// </summary>
public sealed class DurableServer : IAsyncDisposable
{
    private readonly string folder;
    private PrivatePostgres postgres;

    private DurableServer(string folder, PrivatePostgres postgres)
    {
        (this.folder, this.postgres) = (folder, postgres);
        Database = PostgresServer.DatabaseOf(postgres);
    }

    /// <summary>Of the current schema; the same after each start.</summary>
    public PostgresDatabase Database { get; }

    public static async Task<DurableServer> StartAsync()
    {
        var folder = PrivatePostgresOptions.Throwaway().Folder + "-kept";
        var postgres = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(folder));
        await DatabaseMigrator.MigrateAsync(postgres.OwnerConnectionString());
        return new DurableServer(folder, postgres);
    }

    /// <summary>The server alone, at once (SIGKILL); what worked for it finds out by itself.</summary>
    public async Task KillAsync()
    {
        var file = Path.Combine(PostgresFolder.DataBelow(postgres.Folder), "postmaster.pid");
        using var process = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(file))[0], CultureInfo.InvariantCulture));
        process.Kill();
        await postgres.DisposeAsync();
    }

    public async Task StartAgainAsync() => postgres = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(folder));

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        Directory.Delete(postgres.Folder, recursive: true);
    }
}
