using Npgsql;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Data.PostgreSql;

public sealed class PrivatePostgresTests : IDisposable
{
    // In memory, where also a durable server starts quickly.
    private readonly string home = PrivatePostgresOptions.Throwaway().Folder + "-home";

    public PrivatePostgresTests()
    {
        Directory.CreateDirectory(home);
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(home, File.GetUnixFileMode(home) | UnixFileMode.OtherExecute);
        }
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task Start_GivesTheOwnerTheDatabase_AndTheApplicationNothingOfItsOwn()
    {
        await using var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Throwaway());

        await ExecuteAsync(server.OwnerConnectionString(), "CREATE TABLE notes (text text)");

        var refused = await Should.ThrowAsync<PostgresException>(
            () => ExecuteAsync(server.AppConnectionString(), "CREATE TABLE mine (text text)"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        var powers = await ScalarAsync(
            server.AppConnectionString(),
                "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user");
        powers.ShouldBe(false);
    }

    [Fact]
    public async Task KeptData_IsThereAgainAtTheNextStart()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        await using (var server = await PrivatePostgres.StartAsync(options))
        {
            await ExecuteAsync(server.OwnerConnectionString(), "CREATE TABLE notes AS SELECT 'kept' AS text");
        }

        await using var again = await PrivatePostgres.StartAsync(options);

        (await ScalarAsync(again.OwnerConnectionString(), "SELECT text FROM notes")).ShouldBe("kept");
    }

    [Fact]
    public async Task KeptServer_IsDurable()
    {
        await using var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(Path.Combine(home, "postgres")));

        (await ScalarAsync(server.AppConnectionString(), "SELECT current_setting('fsync') || current_setting('synchronous_commit')"))
            .ShouldBe("onon");
    }

    [Fact]
    public async Task ThrowawayData_IsGoneAfterwards()
    {
        var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Throwaway());
        Directory.Exists(server.Folder).ShouldBeTrue();

        await server.DisposeAsync();

        Directory.Exists(server.Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task SecondStartOnTheSameFolder_SaysThatItIsInUse()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        await using var first = await PrivatePostgres.StartAsync(options);

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartAsync(options));

        refused.Message.ShouldContain("Another process is using");
        refused.Message.ShouldContain(options.Folder);
    }

    [Fact]
    public async Task FolderTooLongForASocket_Works()
    {
        var deep = Path.Combine(home, new string('a', 100), "with spaces, and 日本語", "postgres");

        await using var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(deep));

        (await ScalarAsync(server.AppConnectionString(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task ProcessFileLeftByACrash_DoesNotStopTheStart_EvenWhenItsNumberIsInUseAgain()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        await using (await PrivatePostgres.StartAsync(options))
        {
        }

        await File.WriteAllTextAsync(Path.Combine(options.Folder, "data", "postmaster.pid"), Environment.ProcessId + "\n");
        await using var server = await PrivatePostgres.StartAsync(options);

        (await ScalarAsync(server.AppConnectionString(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task FirstStartThatWasInterrupted_IsBegunAnew()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        Directory.CreateDirectory(Path.Combine(options.Folder, "data.new", "half"));

        await using var server = await PrivatePostgres.StartAsync(options);

        (await ScalarAsync(server.AppConnectionString(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task DataOfAnotherMajorVersion_IsNamed()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        Directory.CreateDirectory(Path.Combine(options.Folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(options.Folder, "data", "PG_VERSION"), "8\n");

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartAsync(options));

        refused.Message.ShouldContain("made by PostgreSQL 8");
    }

    [Fact]
    public async Task RootBelowAFolderThatPostgresCannotEnter_KeepsItsDataElsewhere()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("only root hands the server to another account");
            return;
        }

        var closed = Directory.CreateDirectory(Path.Combine(home, "closed"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(Path.Combine(closed.FullName, "postgres")));

        server.Folder.ShouldStartWith("/var/lib/portal/");
        await server.DisposeAsync();
        Directory.Delete(server.Folder, recursive: true);
    }

    [Fact]
    public async Task DataThatCannotBeOpened_GivesTheServersReason()
    {
        var options = PrivatePostgresOptions.Kept(Path.Combine(home, "postgres"));
        await using (await PrivatePostgres.StartAsync(options))
        {
        }

        File.Delete(Path.Combine(options.Folder, "data", "global", "pg_control"));
        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartAsync(options));

        refused.Message.ShouldContain("pg_control");
    }

    private static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync(connectionString, sql);

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
