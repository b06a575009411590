using Npgsql;
using Portal.TestKit.Databases;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data.PostgreSql;

public sealed class PostgreSqlScriptTests
{
    [Fact]
    public async Task Script_MakesTheSameSchemaAsTheMigrations_AndCanBeAppliedAgain()
    {
        var server = await PostgresServer.SharedAsync();
        await using var migrated = await server.CreateDatabaseAsync();
        await using var scripted = await server.CreateEmptyDatabaseAsync();

        await ApplyAsync(scripted);
        await ApplyAsync(scripted);

        (await SchemaAsync(scripted)).ShouldBe(await SchemaAsync(migrated));
    }

    private static async Task ApplyAsync(PostgresDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(DatabaseMigrator.Script(DatabaseProvider.PostgreSql), connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<IReadOnlyList<string>> SchemaAsync(PostgresDatabase database) => database.ListAsync<string>($"""
        SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, collation_name, is_nullable)
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT format('%s %s %s', tablename, policyname, qual) FROM pg_policies WHERE schemaname = 'public'
        UNION ALL SELECT format('%s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT format('%s %s %s', grantee, table_name, privilege_type) FROM information_schema.role_table_grants
          WHERE table_schema = 'public'
        ORDER BY 1
        """);
}
