using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Cli;

/// <summary>Accounts from the terminal, by the rules of the pages.</summary>
public sealed class UserCommandTests : IAsyncLifetime
{
    private const string Contract = "C-900001";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(time: FakeTime.Running());
        await app.CreateBrowser().GetAsync("/healthz/live");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("--login-id: missing", "control", "", "--role", "Member", "--contract", Contract)]
    [InlineData("--login-id: not an ID", "control", "bad id!", "--role", "Member", "--contract", Contract)]
    [InlineData("--login-id: not an ID", "control", "operator1", "--role", "Manager", "--contract", Contract)]
    [InlineData("--contract: missing", "control", "N0009002", "--role", "Member")]
    [InlineData("--contract: there is no", "control", "N0009002", "--role", "Member", "--contract", "C-404")]
    [InlineData("--email: not an e-mail", "control", "N0009002", "--role", "Member", "--contract", Contract, "--email", "nobody")]
    [InlineData("--role: control has no linked", "control", "matome@example.com", "--role", "LinkedManager")]
    [InlineData("--login-id: not an ID", "officephone", "notanaddress", "--role", "LinkedManager", "--door", "email")]
    [InlineData("--email: the ID", "officephone", "matome@example.com", "--role", "LinkedManager", "--email", "other@example.com")]
    [InlineData("--door: in officephone", "officephone", "A0900009", "--role", "Member", "--contract", Contract, "--door", "email")]
    [InlineData("--role: rental has no managers", "rental", "R900009", "--role", "Manager", "--contract", Contract)]
    [InlineData("--email: missing", "rental", "R900009", "--role", "Member", "--contract", Contract)]
    [InlineData("--email: missing", "security", "new.user", "--role", "Member", "--contract", Contract)]
    [InlineData("numbers of lines", "homephone", "0612345678", "--role", "Member", "--contract", Contract)]
    [InlineData("--login-id: not an ID", "admin", "root", "--role", "SystemAdministrator")]
    public async Task CLI_2_WhatNoPageTakes_NoCommandTakes(string said, string tenant, string loginId, params string[] more)
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var before = await app.World.Accounts.CountAsync();

        var run = await RunAsync("create", tenant, loginId, more);

        run.ShouldFailWith(1, said);
        (await app.World.Accounts.CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task CLI_2_OPER_5_ContractsHaveAsManyAccountsAsTheyMay()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        await app.QueryAsync("control", db => db.Contracts.Where(row => row.Number == Contract)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountLimit, 1)));

        (await RunAsync("create", "control", "N0009002", "--role", "Member", "--contract", Contract)).ShouldFailWith(1, "as many accounts");
        (await RunAsync("create", "control", "N0009003", "--role", "Manager", "--contract", Contract)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task CLI_2_LINK_2_AContractHasOneAdministratorId()
    {
        await new Account("officephone", "A0900001") { IsManager = true }.AddToAsync(app);

        (await RunAsync("create", "officephone", "A0900002", "--role", "Manager", "--contract", Contract))
            .ShouldFailWith(1, "one administrator ID");
        var run = await RunAsync("create", "officephone", "05099990001", "--role", "Member", "--contract", Contract);
        run.Code.ShouldBe(0, run.Error);
        (await app.World.Accounts.GetAsync(await app.World.Accounts.IdOfAsync("05099990001"))).Door.ShouldBe("user");
    }

    [Fact]
    public async Task CLI_2_CONT_2_WhereTheTenantInvites_AnInvitationIsMailed()
    {
        await new Account("security", "boss.test.cs") { IsManager = true }.AddToAsync(app);

        var run = await RunAsync("create", "security", "new.user", "--role", "Member", "--contract", Contract, "--email",
            "new@example.jp");

        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("invitation to new@example.jp");
        (await app.MailsAsync("new@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("パスワードを設定してください");
        (await app.World.TemporaryPasswords.ListAsync(row => row.UserId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CLI_2_TEMP_2_WhereStaffIssueNone_ResettingMailsALink()
    {
        var id = await new Account("security", "member.test.cs") { Email = "member@example.jp" }.AddToAsync(app);

        var run = await RunAsync("reset", "security", "member.test.cs", "--reason", "by phone");

        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("mailed a link to member@example.jp");
        (await app.World.TemporaryPasswords.ListAsync(row => row.UserId)).ShouldBeEmpty();
        (await app.MailsAsync("member@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("新しいパスワードを設定してください");
        (await app.World.Audit.ReadAsync("reset-link-sent", id, happened => happened.Reason)).ShouldBe("by phone");

        await new Account("security", "nobody.test.cs").AddToAsync(app);
        (await RunAsync("reset", "security", "nobody.test.cs")).ShouldFailWith(1, "it has no address");
    }

    [Fact]
    public async Task CLI_2_ADMIN_1_TheLastAdministratorIsHelpedAllTheSame()
    {
        await new Account("admin", "only@portal.test") { Role = AccountRole.SystemAdministrator, Contract = null }.AddToAsync(app);

        var run = await RunAsync("reset", "admin", "only@portal.test");

        run.Code.ShouldBe(0, run.Error);
        (await app.CreateBrowser().SignInAsync("admin", "only@portal.test", run.Output.Trim())).ShouldBeOk();
    }

    [Fact]
    public async Task CLI_2_LOCK_5_WhereStaffReleaseNothing_NeitherDoesACommand()
    {
        await new Account("homephone", "0612345678").AddToAsync(app);

        (await RunAsync("unlock", "homephone", "0612345678")).ShouldFailWith(1, "The staff may not release locks");
    }

    private Task<CommandRun> RunAsync(string verb, string tenant, string loginId, params string[] more) =>
        CommandRun.OfAsync(app, ["user", verb, "--tenant", tenant, "--login-id", loginId, .. more]);
}
