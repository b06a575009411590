using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit.Web;
using Portal.Web.Cli;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Cli;

/// <summary>When the port is opened: after the first try to bring database and node together, however that ended.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private readonly string profiles = Directory.CreateTempSubdirectory("portal-profiles-").FullName;
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:ProfileFolders:0"] = profiles });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(profiles, recursive: true);
    }

    [Fact]
    public async Task REL_2_PERF_5_ThePort_StaysClosedUntilTheDatabaseHasBeenPrepared()
    {
        await using var another = new NpgsqlConnection(app.Database.OwnerConnectionString);
        await another.OpenAsync();
        await RunAsync(another, "SELECT pg_advisory_lock(346720118)");
        using var server = new Recorder();
        using var opening = new ServerAfterStart(server, Preparing());
        var pages = new Asked();

        var start = opening.StartAsync(pages, CancellationToken.None);
        await UntilSomebodyWaitsAsync();

        server.IsOpen.ShouldBeFalse();
        start.IsCompleted.ShouldBeFalse();
        pages.Paths.ShouldBe(["/healthz/live"]);
        await RunAsync(another, "SELECT pg_advisory_unlock(346720118)");
        await start;
        server.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task REL_2_WhereTheDatabaseIsAway_ThePortIsOpenedAllTheSame()
    {
        await LimitConnectionsAsync(0);
        try
        {
            await app.Database.ExecuteAsync($"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'
                """);
            using var server = new Recorder();
            using var opening = new ServerAfterStart(server, Preparing());
            await opening.StartAsync(new Asked(), CancellationToken.None);
            server.IsOpen.ShouldBeTrue();
        }
        finally
        {
            await LimitConnectionsAsync(-1);
        }
    }

    [Fact]
    public async Task SITE_2_PERF_5_ANodeThatCannotBePrepared_OpensNoPort()
    {
        var preparing = Preparing();
        await File.WriteAllTextAsync(Path.Combine(profiles, "broken.json"), "{");
        using var server = new Recorder();
        using var opening = new ServerAfterStart(server, preparing);

        await Should.ThrowAsync<ProfileException>(() => opening.StartAsync(new Asked(), CancellationToken.None));
        server.IsOpen.ShouldBeFalse();
    }

    /// <summary>Another start on the same database, not begun yet.</summary>
    private PreparedDatabase Preparing() => ActivatorUtilities.CreateInstance<PreparedDatabase>(app.Services);

    private async Task UntilSomebodyWaitsAsync()
    {
        while (await app.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
            """) == 0)
        {
            await Task.Yield();
        }
    }

    private Task LimitConnectionsAsync(int limit) =>
        app.Database.ExecuteAsync(FormattableStringFactory.Create($"ALTER DATABASE {app.Database.Name} CONNECTION LIMIT {limit}"));

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Recorder : IServer
    {
        public bool IsOpen { get; private set; }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull
        {
            IsOpen = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }

    private sealed class Asked : IHttpApplication<string>
    {
        public List<string> Paths { get; } = [];

        public string CreateContext(IFeatureCollection contextFeatures) => contextFeatures.Get<IHttpRequestFeature>()!.Path;

        public Task ProcessRequestAsync(string context)
        {
            Paths.Add(context);
            return Task.CompletedTask;
        }

        public void DisposeContext(string context, Exception? exception)
        {
        }
    }
}
