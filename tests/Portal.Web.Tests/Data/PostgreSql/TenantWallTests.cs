using Npgsql;
using Portal.TestKit.Databases;

namespace Portal.Web.Tests.Data.PostgreSql;

/// <summary>The second wall holds also for a query that forgot the tenant.</summary>
public sealed class TenantWallTests
{
    // It says which tenants a member of the staff may see, so it is read before any can be seen.
    private const string OutsideTheWall = "StaffAssignments";

    [Fact]
    public async Task EveryTableWithATenant_StandsBehindTheWall_AlsoForItsOwner()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        var tables = await database.ListAsync<string>($"SELECT table_name FROM information_schema.columns WHERE column_name = 'TenantId' AND table_schema = 'public'");
        var walled = await database.ListAsync<string>($"SELECT relname::text FROM pg_class WHERE relrowsecurity AND relforcerowsecurity");

        tables.ShouldNotBeEmpty();
        tables.Except(walled).ShouldBe([OutsideTheWall]);
    }

    [Fact]
    public async Task Application_MayNotChangeWhatWasAudited()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        foreach (var sql in new[] { "UPDATE \"AuditEvents\" SET \"Id\" = \"Id\"", "DELETE FROM \"AuditEvents\"", "TRUNCATE \"AuditEvents\"" })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => AsApplicationAsync(database, sql));
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    private static async Task AsApplicationAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
