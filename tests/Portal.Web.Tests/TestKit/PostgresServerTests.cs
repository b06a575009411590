using Portal.TestKit.Databases;

namespace Portal.Web.Tests.TestKit;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task EachTest_HasItsOwnDatabase_WithTheSchema()
    {
        var server = await PostgresServer.SharedAsync();
        await using var one = await server.CreateDatabaseAsync();
        await using var other = await server.CreateDatabaseAsync();

        await one.ExecuteAsync($"CREATE TABLE mark (text text)");
        (await one.ExecuteAsync($"INSERT INTO mark VALUES ({"here"})")).ShouldBe(1);

        (await one.ReadAsync<string>($"SELECT text FROM mark")).ShouldBe("here");
        (await other.ReadAsync<long>($"SELECT count(*) FROM pg_tables WHERE tablename = {"mark"}")).ShouldBe(0);
        (await other.ReadAsync<long>($"SELECT count(*) FROM pg_tables WHERE tablename = {"__EFMigrationsHistory"}")).ShouldBe(1);
    }
}
