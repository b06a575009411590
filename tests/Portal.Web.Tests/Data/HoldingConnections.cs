using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit.Web;
using Portal.Web.Data.Connections;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Data;

/// <summary>
/// Before a byte leaves for a reader of any pace, its request is asked whether it holds a connection.
/// </summary>
public sealed class HoldingConnections : IAsyncLifetime
{
    private PortalApp app = null!;
    private NpgsqlPortalDbContext db = null!;

    // A pool of its own: the application's own lends to its requests at any moment.
    private PooledDbContextFactory<NpgsqlPortalDbContext> pool = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        pool = new PooledDbContextFactory<NpgsqlPortalDbContext>(
            app.Services.GetRequiredService<DbContextOptions<NpgsqlPortalDbContext>>(), poolSize: 1);
        db = await pool.CreateDbContextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task RX_05_AnOpenConnection_IsSeen_UntilItIsClosed()
    {
        using var held = HeldConnections.Watch();
        await db.Database.OpenConnectionAsync();
        Should.Throw<InvalidOperationException>(held.ShouldBeNone).Message.ShouldContain(db.ContextId.InstanceId.ToString());

        await db.Database.CloseConnectionAsync();

        held.ShouldBeNone();
    }

    /// <summary>The database was started again, say, and the work went on without what broke.</summary>
    [Fact]
    public async Task RX_05_FD_01_AConnectionThatBroke_IsHeldByNobody()
    {
        using var held = HeldConnections.Watch();
        await db.Database.OpenConnectionAsync();
        var process = ((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID;
        (await app.Database.ListAsync<bool>($"SELECT pg_terminate_backend({process}, 5000)")).ShouldBe([true]);
        await Should.ThrowAsync<Exception>(db.Database.ExecuteSqlAsync($"SELECT 1"));

        held.ShouldBeNone();
        await db.Database.CloseConnectionAsync();
        held.ShouldBeNone();
    }

    [Fact]
    public async Task RX_05_FD_01_AConnectionThatBroke_AndServesAnother_IsTheOthers()
    {
        using var held = HeldConnections.Watch();
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var process = connection.ProcessID;
        (await app.Database.ListAsync<bool>($"SELECT pg_terminate_backend({process}, 5000)")).ShouldBe([true]);
        await Should.ThrowAsync<Exception>(db.Database.ExecuteSqlAsync($"SELECT 1"));
        await db.DisposeAsync();

        await AnotherAsync(async other =>
        {
            db = other;
            await db.Database.OpenConnectionAsync();
            db.Database.GetDbConnection().ShouldBeSameAs(connection, "the context came back with its connection");
            held.ShouldBeNone();
            await db.Database.CloseConnectionAsync();
        });
    }

    private async Task AnotherAsync(Func<NpgsqlPortalDbContext, Task> work)
    {
        using var held = HeldConnections.Watch();
        await work(await pool.CreateDbContextAsync());
    }
}
