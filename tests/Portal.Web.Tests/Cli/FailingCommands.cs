using Npgsql;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Cli;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Cli;

/// <summary>What goes wrong is one line for the person at the terminal.</summary>
public sealed class FailingCommands : IAsyncLifetime
{
    private const string Connection = "ConnectionStrings:Portal";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(time: FakeTime.Running());
        await app.CreateBrowser().GetAsync("/healthz/live");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(true, "migrat")]
    [InlineData(true, "-h")]
    [InlineData(true, "--version")]
    [InlineData(true, "serve", "--help")]
    [InlineData(true, "serve", "-h")]
    [InlineData(true, "tenant", "list")]
    [InlineData(false)]
    [InlineData(false, "serve")]
    [InlineData(false, "serve", "--urls=http://localhost:5000")]
    [InlineData(false, "--urls=http://localhost:5000")]
    [InlineData(false, "--Portal:BaseUrl", "https://portal.example.jp")]
    public void CLI_1_OnlySettingsStartAServer(bool isCommand, params string[] arguments) =>
        PortalCommandLine.Is(arguments).ShouldBe(isCommand);

    [Fact]
    public async Task CLI_1_AVerbThatIsNone_IsAWrongArgument_AndTheVersionIsTold()
    {
        PortalCommandLine.Is(["migrat"]).ShouldBeTrue();
        var run = await RunAsync([], "migrat");
        (run.Code, run.Error.Contains("migrat", StringComparison.Ordinal)).ShouldBe((2, true), run.Error);

        var version = await RunAsync([], "--version");
        (version.Code, version.Output.Trim().Length > 0).ShouldBe((0, true), version.Error);

        var help = await RunAsync([], "serve", "--help");
        (help.Code, help.Output.Contains("Run the web server", StringComparison.Ordinal)).ShouldBe((0, true), help.Error);
    }

    [Fact]
    public async Task CLI_1_AnUnfitSettingIsNamed_BeforeAnythingIsMigrated()
    {
        var empty = new NpgsqlConnectionStringBuilder(app.Database.OwnerConnectionString) { Host = "127.0.0.1", Port = 9 }.ConnectionString;

        (await RunAsync(new() { ["Portal:BaseUrl"] = "ftp://x/", ["ConnectionStrings:PortalOwner"] = empty }, "migrate"))
            .ShouldFailWith(1, "Portal:BaseUrl");
    }

    [Fact]
    public async Task CLI_1_AFolderIsNoFile() =>
        (await RunAsync([], "tenant", "import", Path.GetTempPath())).ShouldFailWith(1, "denied");

    [Fact]
    public async Task CLI_1_AConnectionStringThatIsNone_IsNamedButNotShown() =>
        (await RunAsync(new() { [Connection] = "se=cret" }, "tenant", "list")).ShouldFailWith(1, Connection)
            .Error.ShouldNotContain("cret");

    [Fact]
    public async Task CLI_1_ADatabaseThatIsAway_IsCalledAway()
    {
        (await RunAsync(new() { [Connection] = "Host=127.0.0.1;Port=9;Database=portal;Username=portal_app;Password=x" }, "tenant", "list"))
            .ShouldFailWith(1, "The database does not answer: ");
        (await RunAsync(
            new()
            {
                ["Portal:Database:Provider"] = "SqlServer",
                [Connection] = "Server=127.0.0.1,9;Database=portal;User Id=portal_app;Password=x;Connect Timeout=2;Connect Retry Count=0",
            },
            "tenant", "list")).ShouldFailWith(1, "");
    }

    [Fact]
    public async Task CLI_1_ADatabaseWithoutOurTables_AsksForMigrate()
    {
        var other = new NpgsqlConnectionStringBuilder(app.Database.AppConnectionString) { Database = "postgres" }.ConnectionString;

        (await RunAsync(new() { [Connection] = other }, "tenant", "list")).ShouldFailWith(1, "run \"migrate\" first");
    }

    [Fact]
    public async Task CLI_1_OnlyWhatSpeaksHttpIsAskedForItsHealth() =>
        (await RunAsync([], "healthcheck", "--url", "ftp://x/")).ShouldFailWith(1, "--url");

    [Fact]
    public async Task CLI_1_AU_03_AFileOfHeadsThatCannotBeRead_AccusesNobody()
    {
        await new Account("control", "N0009001").AddToAsync(app);

        var run = await RunAsync([], "audit", "verify", "--heads", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));

        (run.Code, run.Error.Trim().EndsWith("cannot be read.", StringComparison.Ordinal)).ShouldBe((2, true), run.Error);
        (await app.World.Audit.CountAsync("audit-verified")).ShouldBe(0);
    }

    [Fact]
    public void CLI_1_WhatOtherProgramsSay_IsPutIntoOneLine()
    {
        CommandFailure.TextOf(new PrivatePostgresException("pg_ctl start: exit code 1\nis another server running?\n"))
            .ShouldBe("pg_ctl start: exit code 1 is another server running?");
        CommandFailure.TextOf(new NotSupportedException("a mistake of ours")).ShouldBeNull();
    }

    private Task<CommandRun> RunAsync(Dictionary<string, string?> settings, params string[] arguments) =>
        CommandRun.OfAsync(app, settings, arguments);
}
