using System.Text.Json;
using Portal.Rules.Delegation;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Cli;

/// <summary>
/// The application as its own tool, run as a person runs it: a process of its own on the same database.
/// </summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(time: FakeTime.Running());
        await app.CreateBrowser().GetAsync("/healthz/live");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("--help")]
    [InlineData("migrate", "--help")]
    [InlineData("seed", "--help")]
    [InlineData("tenant", "--help")]
    [InlineData("tenant", "import", "--help")]
    [InlineData("tenant", "create", "--help")]
    [InlineData("tenant", "suspend", "--help")]
    [InlineData("tenant", "resume", "--help")]
    [InlineData("user", "create", "--help")]
    [InlineData("outbox", "retry", "--help")]
    [InlineData("restored", "--help")]
    [InlineData("audit", "verify", "--help")]
    [InlineData("healthcheck", "--help")]
    public async Task CLI_1_EachVerbExplainsItself(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Usage:");
    }

    [Fact]
    public async Task CLI_1_WrongArgumentsAreToldAndExitWithTwo()
    {
        var run = await RunAsync("user", "unlock", "--nonsense");
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("--tenant");
    }

    [Fact]
    public async Task CLI_1_TenantsAreListedAsJson()
    {
        var run = await RunAsync("tenant", "list", "--json");
        run.Code.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(row => row.GetProperty("slug").GetString())
            .ShouldBe(["control", "homephone", "officephone", "rental", "security"]);
    }

    [Fact]
    public async Task CLI_1_AProfileGoesOutAndInAgain()
    {
        var exported = await RunAsync("tenant", "export", "control");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file,
            exported.Output.Replace("\"slug\": \"control\"", "\"slug\": \"sixth\"", StringComparison.Ordinal));

        (await RunAsync("tenant", "import", file)).Code.ShouldBe(0);

        (await RunAsync("tenant", "list")).Output.ShouldContain("sixth");
        await File.WriteAllTextAsync(file, "{ \"slug\": \"x\" }");
        var refused = await RunAsync("tenant", "import", file);
        (refused.Code, refused.Error.Contains(file, StringComparison.Ordinal)).ShouldBe((1, true));
        File.Delete(file);
    }

    [Fact]
    public async Task CLI_1_ADMIN_10_ATenantIsMadeOfAFile_OrAsACopy_AndSwitchedOffAndOn()
    {
        string[] copy = ["tenant", "create", "--copy-of", "rental", "--slug", "clinic", "--name", "北クリニック", "--purpose", "診療所のサイトです",
            "--sender", "noreply@clinic.example.jp"];
        (await RunAsync([.. copy[..^2]])).Error.ShouldContain("--sender");
        (await RunAsync([.. copy.Select(word => word == "rental" ? "admin" : word)])).Error.ShouldContain("no template");

        (await RunAsync(copy)).Output.ShouldContain("Created clinic");

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, (await RunAsync("tenant", "export", "clinic")).Output
            .Replace("\"slug\": \"clinic\"", "\"slug\": \"seventh\"", StringComparison.Ordinal));
        (await RunAsync("tenant", "create", file, "--reason", new string('理', 1200))).Code.ShouldBe(0);
        var again = await RunAsync("tenant", "create", file);
        (again.Code, again.Error.Contains("already", StringComparison.Ordinal)).ShouldBe((1, true));
        (await RunAsync("tenant", "create")).Code.ShouldBe(1);
        File.Delete(file);

        (await RunAsync("tenant", "suspend", "clinic", "--reason", "the end")).Output.ShouldContain("clinic is suspended");
        (await RunAsync("tenant", "list")).Output.ShouldContain("suspended");
        (await RunAsync("tenant", "suspend", "clinic")).Output.ShouldContain("already");
        (await RunAsync("tenant", "resume", "clinic")).Output.ShouldContain("clinic is active");
        (await RunAsync("tenant", "suspend", "admin")).Code.ShouldBe(1);
        (await RunAsync("tenant", "suspend", "nowhere")).Error.ShouldContain("no tenant");
        (await app.World.Audit.AskAsync(events => events.Where(row => row.Kind == "tenant-suspended")
            .Select(row => row.ActorKind + " " + row.ActorName + " " + row.Reason)))
            .ShouldBe(["CommandLine " + Environment.UserName + " the end"]);
    }

    [Fact]
    public async Task CLI_2_AnAccountIsCreatedWithATemporaryPasswordAndTheOperatingSystemUserIsTheActor()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var run = await RunAsync("user", "create", "--tenant", "control", "--login-id", "N0009002", "--role", "Manager", "--contract",
            "C-900001");
        run.Code.ShouldBe(0, run.Error);

        (await app.CreateBrowser()
            .SignInAsync("control", "N0009002", run.Output.Trim())).Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await app.World.Audit.AskAsync(events => events.Where(happened => happened.SubjectName == "N0009002"
                && (happened.Kind == AuditKinds.UserRegistered || happened.Kind == AuditKinds.TemporaryPasswordIssued))
            .Select(happened => happened.ActorKind + " " + happened.ActorName).Distinct()))
            .ShouldBe(["CommandLine " + Environment.UserName]);
        (await RunAsync("user", "create", "--tenant", "control", "--login-id", "ｎ0009002", "--role", "Member", "--contract",
            "C-900001")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task CLI_2_LINK_5_ALinkedManagerHasNoContract()
    {
        string[] create = ["user", "create", "--tenant", "officephone", "--login-id", "matome@example.com", "--door", "email", "--role",
            "LinkedManager"];
        await new Account("officephone", "A0900001") { IsManager = true }.AddToAsync(app);

        var refused = await RunAsync([.. create, "--contract", "C-900001"]);
        (refused.Code, refused.Error.Contains("--contract", StringComparison.Ordinal)).ShouldBe((1, true));
        var run = await RunAsync(create);
        run.Code.ShouldBe(0, run.Error);

        (await app.World.Accounts.GetAsync(await app.World.Accounts.IdOfAsync("matome@example.com"))).ContractId.ShouldBeNull();
        (await app.CreateBrowser().SignInAsync("officephone", "matome@example.com", run.Output.Trim(), door: "email"))
            .Address.AbsolutePath.ShouldBe("/t/officephone/password/required");
    }

    [Fact]
    public async Task CLI_2_LINK_3_ALinkedManager_IsGivenTheIdOfTheFormerSite_AndNobodyElseIs()
    {
        foreach (var email in new[] { "matome@example.com", "keiri@example.com" })
        {
            await new Account("officephone", email)
            { Door = "email", Role = AccountRole.LinkedManager, Contract = null, Email = email }.AddToAsync(app);
        }

        await new Account("officephone", "A0900001") { IsManager = true }.AddToAsync(app);
        Task<CommandRun> GiveAsync(string loginId, string door) => RunAsync("user", "master-id", "--tenant", "officephone", "--login-id",
            loginId, "--door", door, "--master-id", "m0500001");

        var given = await GiveAsync("matome@example.com", "email");
        given.Code.ShouldBe(0, given.Error);
        given.Output.ShouldContain("matome@example.com signs in with M0500001 as well.");
        (await GiveAsync("keiri@example.com", "email")).Error.ShouldContain("This ID cannot be used.");
        (await GiveAsync("A0900001", "administrator")).Error.ShouldContain("--master-id: for linked managers");

        (await app.CreateBrowser().SignInAsync("officephone", "M0500001", door: "email")).ShouldBeOk();
        (await app.World.Audit.CountAsync("master-id-given")).ShouldBe(1);
    }

    [Theory]
    [InlineData("control", "SystemAdministrator", "Staff roles exist")]
    [InlineData("admin", "Member", "Staff roles exist")]
    public async Task CLI_2_ADMIN_1_RolesAndTenantsThatDoNotGoTogether_AreRefused(string tenant, string role, string said)
    {
        var run = await RunAsync("user", "create", "--tenant", tenant, "--login-id", "somebody@portal.test", "--role", role);

        (run.Code, run.Error.Contains(said, StringComparison.Ordinal)).ShouldBe((1, true), run.Error);
        (await app.World.Accounts.IdOfAsync("somebody@portal.test")).ShouldBe(Guid.Empty);
    }

    [Fact]
    public async Task CLI_2_ALockIsReleasedByTheSameRules()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        for (var i = 0; i < 5; i++)
        {
            await app.CreateBrowser().TrySignInAsync("control", "N0009001", "wrong");
        }

        var run = await RunAsync("user", "unlock", "--tenant", "control", "--login-id", "n0009001", "--reason", "asked by phone");
        run.Code.ShouldBe(0, run.Error);

        await app.CreateBrowser().SignInAsync("control", "N0009001");
        (await app.World.Audit.ReadAsync("released", happened => happened.Reason)).ShouldBe("asked by phone");
        (await RunAsync("user", "unlock", "--tenant", "control", "--login-id", "N0009001")).Code.ShouldBe(1);
        (await RunAsync("user", "unlock", "--tenant", "nowhere", "--login-id", "N0009001")).Error.ShouldContain("no tenant");
    }

    [Fact]
    public async Task CLI_1_APasswordIsReset()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var run = await RunAsync("user", "reset", "--tenant", "control", "--login-id", "N0009001");
        run.Code.ShouldBe(0, run.Error);
        await app.CreateBrowser().SignInAsync("control", "N0009001", run.Output.Trim());
        (await app.CreateBrowser().TrySignInAsync("control", "N0009001")).ShouldBeRefused();
    }

    [Fact]
    public async Task CLI_1_MF_14_TheSecondFactorsOfTheLastAdministratorAreTakenAway()
    {
        await new Account("admin", "only@portal.test")
        {
            Role = Rules.Delegation.AccountRole.SystemAdministrator,
            Contract = null,
            Email = "only@portal.test",
            HasApp = true
        }.AddToAsync(app);
        var run = await RunAsync("user", "reset-factors", "--tenant", "admin", "--login-id", "only@portal.test");
        run.Code.ShouldBe(0, run.Error);
        (await app.CreateBrowser().TrySignInAsync("admin", "only@portal.test")).ShouldRedirectTo("/admin/account/mfa/required");
        (await RunAsync("user", "reset-factors", "--tenant", "admin", "--login-id", "only@portal.test")).Code.ShouldNotBe(0);
    }

    [Fact]
    public async Task CLI_1_TheSchemaIsPrintedForBothDatabases()
    {
        (await RunAsync("migrate", "--script")).Output.ShouldContain("CREATE POLICY tenant_wall");
        (await RunAsync("migrate", "--script", "--provider", "SqlServer")).Output.ShouldContain("CREATE TABLE [Users]");
    }

    [Fact]
    public async Task CLI_1_MigratingTwiceChangesNothing()
    {
        (await RunAsync("migrate")).Code.ShouldBe(0);
        (await RunAsync("migrate")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task CLI_1_SeedingNeedsDemonstrationMode()
    {
        var run = await RunAsync("seed");
        (run.Code, run.Error.Contains("Portal:Demo", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public async Task CLI_1_FailedMailsAreTriedAgain()
    {
        var run = await RunAsync("outbox", "retry", "--json");
        (run.Code, run.Output.Trim()).ShouldBe((0, "[]"), run.Error);
    }

    [Fact]
    public async Task CLI_1_AServerThatDoesNotAnswerIsUnhealthy() =>
        (await RunAsync("healthcheck", "--url", "http://127.0.0.1:9")).Code.ShouldBe(1);

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(app, arguments);
}
