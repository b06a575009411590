using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.TestKit.Databases;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data;

/// <summary>What a database has seen is read without EF's own model of the table that says so (ADR 0151).</summary>
public sealed class AppliedMigrationsTests
{
    [Fact]
    public async Task FP_04_PERF_5_OfADatabaseThatIsMigrated_AllAreRead_AsEfReadsThem()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var db = Context(database.AppConnectionString);

        var applied = await AppliedMigrations.ReadAsync(db, TestContext.Current.CancellationToken);

        applied.ShouldBe(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken), ignoreOrder: true);
        applied.ShouldBe(KnownMigrations.Of(DatabaseProvider.PostgreSql), ignoreOrder: true);
    }

    [Fact]
    public async Task FP_04_PERF_5_OfADatabaseThatIsEmptyOrNotThere_NoneIsRead()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateEmptyDatabaseAsync();
        await using var empty = Context(database.AppConnectionString);
        await using var nowhere = Context(
            new NpgsqlConnectionStringBuilder(database.AppConnectionString) { Database = database.Name + "_none" }.ConnectionString);

        (await AppliedMigrations.ReadAsync(empty, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await AppliedMigrations.ReadAsync(nowhere, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static NpgsqlPortalDbContext Context(string connection) =>
        new(new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql(connection).Options);
}
