using Npgsql;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Data.PostgreSql;

/// <summary>What is written once: the database itself lets the application change none of it.</summary>
public sealed class AppendOnlyTables : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("UPDATE \"PointEntries\" SET \"Amount\" = 1000")]
    [InlineData("DELETE FROM \"PointEntries\"")]
    [InlineData("TRUNCATE \"PointEntries\"")]
    [InlineData("UPDATE \"ProfileVersions\" SET \"Reason\" = 'other'")]
    [InlineData("DELETE FROM \"ProfileVersions\"")]
    public async Task PNTS_1_ADMIN_3_TheApplicationCannotChangeWhatIsWritten(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(async () =>
        {
            await using var connection = new NpgsqlConnection(app.Database.AppConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        });

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
