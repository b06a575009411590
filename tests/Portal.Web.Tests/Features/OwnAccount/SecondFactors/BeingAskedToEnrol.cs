using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class BeingAskedToEnrol : OwnFactorsTest
{
    private const string Staff = "agent@portal.test";

    [Fact]
    public async Task MFA_7_WhoMustHaveAFactorAndHasNone_SetsOneUpBeforeAnythingElse()
    {
        var browser = await UnenrolledStaffAsync();

        (await browser.GetAsync("/admin")).ShouldRedirectTo("/admin/account/mfa/required");
        (await browser.GetAsync("/admin/users")).ShouldRedirectTo("/admin/account/mfa/required");
        (await browser.GetAsync("/admin/account/password")).ShouldRedirectTo("/admin/account/mfa/required");
        var page = (await browser.GetAsync("/admin/account/mfa/required")).ShouldBeOk().ShouldShow("多要素認証の登録が必要です");
        page.Has("nav a[href='/admin/users']").ShouldBeFalse();

        var former = await App.QueryAsync("admin", db => db.Sessions.SingleAsync());
        former.State.ShouldBe(SessionState.EnrolOnly);
        (await AddAppAsync(browser, portal: "/admin")).ShouldRedirectTo("/admin/account/mfa");

        var session = await App.QueryAsync("admin", db => db.Sessions.SingleAsync(row => row.EndedAt == null));
        (session.State, session.FactorProvenAt).ShouldBe((SessionState.Full, App.Time.GetUtcNow()));
        session.SidHash.ShouldNotBe(former.SidHash);
        (await browser.GetAsync("/admin/users")).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_7_ASessionThatMustEnrol_ChangesAndFetchesNothing()
    {
        var browser = await UnenrolledStaffAsync();
        var token = (await browser.GetAsync("/admin/account/mfa/required")).Find("main input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;

        (await browser.GetAsync("/admin/cases/security/CS0000001/entries")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync("/admin/account/password", [new("__RequestVerificationToken", token)])).ShouldBeForbidden();
        (await browser.PostAsync("/admin/logout", [new("__RequestVerificationToken", token)])).ShouldRedirectTo("/admin/signed-out");
    }

    [Fact]
    public async Task MFA_7_TenMinutesAfterThePassword_TheSetUpAsksForANewSignIn()
    {
        var browser = await UnenrolledStaffAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        (await (await browser.GetAsync("/admin/account/mfa/totp/new"))
            .FollowAsync()).Address.AbsolutePath.ShouldBe("/admin/account/mfa/required");
        (await browser.GetAsync("/admin/account/mfa/required")).ShouldShow("もう一度ログイン");
    }

    [Theory]
    [InlineData("/admin/account/mfa")]
    [InlineData("/admin/account/mfa/totp/new")]
    [InlineData("/admin/account/mfa/required")]
    [InlineData("/admin/account/recovery-codes")]
    public async Task MF_09_HalfASignIn_ReachesNoEnrolmentPage(string path)
    {
        await new Account("admin", Staff) { Role = AccountRole.Agent, Contract = null, Email = Staff, HasApp = true }.AddToAsync(App);
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync("admin", Staff)).ShouldRedirectTo("/admin/login/totp");

        var answer = await browser.GetAsync(path);
        (answer.Status == HttpStatusCode.NotFound || answer.Location!.StartsWith("/admin/login", StringComparison.Ordinal))
            .ShouldBeTrue(answer.ToString());
    }

    [Fact]
    public async Task MF_15_APolicySwitchedOn_LeadsSessionsWithoutAFactorToEnrolment()
    {
        var browser = await SignedInAsync();
        await DemandAsync(["app"]);

        (await browser.GetAsync("/t/rental/home")).ShouldRedirectTo("/t/rental/account/mfa/required");
        (await AddAppAsync(browser)).ShouldBe(HttpStatusCode.SeeOther);
        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
    }

    [Fact]
    public async Task MF_15_AnAccountThatHasAFactor_ProvesThatOneAndAddsNone()
    {
        var browser = await SignedInAsync();
        await App.InTenantAsync(Rental, services =>
        {
            Authenticator.AddTo(services, UserId);
            return Task.CompletedTask;
        });
        await DemandAsync(["app"]);

        (await browser.GetAsync(Mfa + "/totp/new")).ShouldRedirectTo("/t/rental/account/mfa/required");
        var page = (await browser.GetAsync("/t/rental/account/mfa/required")).ShouldBeOk().ShouldShow("確認が必要です");
        (await page.Form("main form[action$='/required']").SubmitAsync()).ShouldRedirectTo("/t/rental/login/method");
        (await browser.GetAsync("/t/rental/home")).ShouldRedirectTo("/t/rental/account/mfa/required");

        (await (await browser.GetAsync("/t/rental/login/totp")).Form().Fill("Code", Authenticator.Code(App)).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);

        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
        (await App.QueryAsync(Rental, db => db.Sessions.CountAsync(row => row.EndedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task MF_15_SessionsThatHaveProvenAFactor_GoOn()
    {
        var browser = await SignedInAsync();
        await AddAppAsync(browser);
        await DemandAsync(["app"]);

        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
    }

    [Theory]
    [InlineData(AccountRole.Member, "/t/rental/")]
    [InlineData(AccountRole.Manager, "/t/rental/account/mfa/required")]
    public async Task MFA_7_APolicyForManagers_AsksManagersAlone(AccountRole role, string leadsTo)
    {
        await App.ChangeProfileAsync(Rental,
            profile => profile with
            {
                SecondFactor = profile.SecondFactor with
                {
                    Mode = SecondFactorMode.RequiredForManagers,
                    Methods = ["app"]
                }
            });
        await App.QueryAsync(Rental, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, role)));

        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo(leadsTo);
    }

    [Fact]
    public async Task MFA_7_AUserOfWhomItIsAsked_EnrolsWhereThePolicyLeavesItOpen()
    {
        await App.QueryAsync(Rental, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.MustHaveSecondFactor, true)));
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/login/email-code");

        await App.ChangeProfileAsync(Rental, profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["app"] } });
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/account/mfa/required");
    }

    [Fact]
    public async Task MFA_7_AForcedChangeComesFirst_ThenTheSetUp()
    {
        await new Account("admin", Staff)
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = Staff,
            With = user => user.MustChangePassword = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        var page = await (await browser.TrySignInAsync("admin", Staff)).ShouldRedirectTo("/admin/password/required").FollowAsync();
        await page.Form("main form").Fill("Current", Account.UsualPassword).Fill("New", "long words for staff only")
            .Fill("Again", "long words for staff only").SubmitAsync();

        (await browser.GetAsync("/admin/users")).ShouldRedirectTo("/admin/account/mfa/required");
    }

    [Fact]
    public async Task MFA_1_ARecoveryCodeWithoutAnyFactorLeft_LeadsToTheSetUp()
    {
        await App.ChangeProfileAsync("security",
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["app", "recoveryCode"] } });
        var id = await new Account("security", "taro.cs") { Email = "taro@example.jp" }.AddToAsync(App);
        var codes = await RecoverySheet.MakeAsync(App, "security", id);
        var browser = App.CreateBrowser();
        var page = await (await browser.TrySignInAsync("security", "taro.cs")).ShouldRedirectTo("/t/security/login/recovery-code")
            .FollowAsync();

        (await page.Form().Fill("Code", codes[0]).SubmitAsync()).ShouldRedirectTo("/t/security/account/mfa/required");
    }

    private async Task<PortalBrowser> UnenrolledStaffAsync()
    {
        await new Account("admin", Staff) { Role = AccountRole.Agent, Contract = null, Email = Staff }.AddToAsync(App);
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync("admin", Staff)).ShouldRedirectTo("/admin/account/mfa/required");
        return browser;
    }

    private Task DemandAsync(IReadOnlyList<string> methods) =>
        App.ChangeProfileAsync(Rental,
            profile => profile with { SecondFactor = profile.SecondFactor with { Mode = SecondFactorMode.Required, Methods = methods } });
}
