using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>A lost factor, taken away by a manager of the contract or by staff (MFA-7).</summary>
public sealed class ResettingSomebodysFactors : SignInTest
{
    private const string Secured = "security";
    private const string Owner = "member.test.cs";
    private const string Boss = "boss.test.cs";
    private const string Agent = "agent@portal.test";
    private Guid bossId;

    protected override Account Usual => new(Secured, Owner) { Email = "member@example.jp", HasApp = true };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        bossId = await new Account(Secured, Boss) { IsManager = true, Email = "boss@example.jp", HasApp = true }.AddToAsync(App);
        await RecoverySheet.MakeAsync(App, Secured, UserId);
    }

    [Fact]
    public async Task MF_14_AManagerRemovesALostFactor_BothAreToldAndTheTargetStartsAnew()
    {
        var (owner, boss) = (await SignedInAsync(Owner), await SignedInAsync(Boss));
        var page = (await boss.GetAsync(PathOf(UserId))).ShouldBeOk().ShouldShow(Owner);

        (await page.Form("main form").Fill("Reason", "スマートフォンの紛失").SubmitAsync()).ShouldRedirectTo($"/t/security/operators/{UserId}");

        (await App.QueryAsync(Secured, db => db.AuthenticatorApps.CountAsync(app => app.UserId == UserId))).ShouldBe(0);
        (await App.QueryAsync(Secured, db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
        var recorded = await App.QueryAsync(Secured, db => db.AuditEvents.SingleAsync(row => row.Kind == "factor-removed"));
        (recorded.Reason, recorded.ActorId, recorded.SubjectId).ShouldBe(("スマートフォンの紛失", bossId, UserId));
        (await App.MailsAsync("member@example.jp")).ShouldContain(mail => mail.Subject.Contains("多要素認証が初期化されました")
            && mail.Text.Contains("すべて解除しました") && mail.Text.Contains("次のログインのときに"));
        (await App.MailsAsync("boss@example.jp")).ShouldContain(mail => mail.Subject.Contains("多要素認証を初期化しました"));
        (await owner.GetAsync("/t/security/home")).ShouldBe(HttpStatusCode.Found);
        (await App.CreateBrowser().TrySignInAsync(Secured, Owner)).ShouldRedirectTo("/t/security/login/email-code");
    }

    [Fact]
    public async Task MF_14_WhereNoOtherMethodIsLeft_TheNextSignInEnrols()
    {
        await App.ChangeProfileAsync(Secured,
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["app", "recoveryCode"] } });
        var boss = await SignedInAsync(Boss);
        await (await boss.GetAsync(PathOf(UserId))).Form("main form").Fill("Reason", "lost").SubmitAsync();

        (await App.CreateBrowser().TrySignInAsync(Secured, Owner)).ShouldRedirectTo("/t/security/account/mfa/required");
    }

    [Fact]
    public async Task MF_14_ASignInUnderWay_EndsWithTheFactor()
    {
        var browser = App.CreateBrowser();
        var step = await (await browser.TrySignInAsync(Secured, Owner)).FollowAsync();
        await (await (await SignedInAsync(Boss)).GetAsync(PathOf(UserId))).Form("main form").Fill("Reason", "lost").SubmitAsync();

        (await step.Form().Fill("Code", Authenticator.Code(App)).SubmitAsync()).ShouldRedirectTo("/t/security/login");
    }

    [Theory]
    [InlineData("", "理由を入力してください")]
    [InlineData("  ", "理由を入力してください")]
    public async Task MFA_7_AReasonIsAskedFor(string reason, string message)
    {
        var page = await (await SignedInAsync(Boss)).GetAsync(PathOf(UserId));
        (await page.Form("main form").Fill("Reason", reason).SubmitAsync()).ShouldBeRefused().ShouldShow(message);
        (await App.QueryAsync(Secured, db => db.AuthenticatorApps.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task MF_14_AMemberCannotResetItsManager()
    {
        var browser = await SignedInAsync(Owner);
        (await browser.GetAsync(PathOf(bossId))).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        var token = (await browser.GetAsync("/t/security/account/mfa/totp/new")).Find("main input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        (await browser.PostAsync(PathOf(bossId),
            [new("__RequestVerificationToken", token), new("Reason", "mine now")])).Status.ShouldBeOneOf(HttpStatusCode.NotFound,
                HttpStatusCode.Forbidden);
        (await App.QueryAsync(Secured, db => db.AuthenticatorApps.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task AZ_02_AnotherContractsUser_IsNotThere()
    {
        var other = await new Account(Secured, "other.test.cs") { Contract = "C-900002", HasApp = true }.AddToAsync(App);
        (await (await SignedInAsync(Boss)).GetAsync(PathOf(other))).ShouldBeNotFound();
    }

    [Fact]
    public async Task MFA_7_NobodyResetsOneself() => (await (await SignedInAsync(Boss)).GetAsync(PathOf(bossId))).ShouldBeRefused();

    [Fact]
    public async Task MFA_7_SAFE_4_WithNothingToRemove_NothingIsOffered_AskedOrDone()
    {
        var bare = await new Account(Secured, "bare.test.cs") { Email = "bare@example.jp" }.AddToAsync(App);
        var boss = await SignedInAsync(Boss);
        (await boss.GetAsync($"/t/security/operators/{UserId}")).ShouldBeOk().Has("main a[href$='/mfa-reset']").ShouldBeTrue();
        (await boss.GetAsync($"/t/security/operators/{bare}")).ShouldBeOk().Has("main a[href$='/mfa-reset']").ShouldBeFalse();

        var answer = (await boss.GetAsync(PathOf(bare))).ShouldRedirectTo($"/t/security/operators/{bare}");

        (await answer.FollowAsync()).ShouldBeOk().ShouldShow("登録されていません");
        (await App.QueryAsync(Secured, db => db.AuditEvents.CountAsync(row => row.Kind == "factor-removed"))).ShouldBe(0);
    }

    [Fact]
    public async Task MFA_7_SAFE_4_WhoseFactorsAreGoneMeanwhile_IsToldSo()
    {
        var boss = await SignedInAsync(Boss);
        var (first, second) = (await boss.GetAsync(PathOf(UserId)), await boss.GetAsync(PathOf(UserId)));
        await first.Form("main form").Fill("Reason", "x").SubmitAsync();

        (await (await second.Form("main form").Fill("Reason", "x").SubmitAsync()).FollowAsync()).ShouldShow("登録されていません");
        (await App.QueryAsync(Secured, db => db.AuditEvents.CountAsync(row => row.Kind == "factor-removed"))).ShouldBe(1);
    }

    [Fact]
    public async Task MFA_7_SAFE_4_StaffAreOfferedNothingWhereThereIsNothingToRemove()
    {
        var bare = await new Account(Secured, "bare.test.cs") { Email = "bare@example.jp" }.AddToAsync(App);
        await new Account("admin", Agent) { Role = AccountRole.SystemAdministrator, Contract = null, Email = Agent, HasApp = true }
            .AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("admin", Agent);
        var path = $"/admin/users/security/{bare}";

        (await browser.GetAsync(path)).ShouldBeOk().Has($"a[href='{path}/mfa-reset']").ShouldBeFalse();
        (await (await browser.GetAsync(path + "/mfa-reset")).ShouldRedirectTo(path).FollowAsync()).ShouldShow("登録されていません");
    }

    [Fact]
    public async Task MFA_1_WhereThereAreNoSecondFactors_ThereIsNothingToReset()
    {
        var child = await new Account(Tenant, "N9009002").AddToAsync(App);
        await new Account(Tenant, "N9009001") { IsManager = true }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, "N9009001");
        (await browser.GetAsync($"/t/control/operators/{child}/mfa-reset")).ShouldBeNotFound();
    }

    [Fact]
    public async Task MF_14_MFA_7_StaffRemoveALostFactor_WithAReason()
    {
        await new Account("admin", Agent)
        {
            Role = AccountRole.SystemAdministrator,
            Contract = null,
            Email = Agent,
            HasApp = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("admin", Agent);
        var path = $"/admin/users/security/{UserId}";
        (await browser.GetAsync(path)).ShouldBeOk().Has($"a[href='{path}/mfa-reset']").ShouldBeTrue();
        var page = (await browser.GetAsync(path + "/mfa-reset")).ShouldBeOk();
        (await page.Form("main form").SubmitAsync()).ShouldBeRefused();

        (await page.Form("main form").Fill("Form.Reason", "本人からの電話").SubmitAsync()).ShouldRedirectTo(path);

        (await App.QueryAsync(Secured, db => db.AuthenticatorApps.CountAsync(app => app.UserId == UserId))).ShouldBe(0);
        (await EventsAsync("factor-removed")).ShouldBe(1);
        (await App.MailsAsync("member@example.jp")).ShouldContain(mail => mail.Subject.Contains("多要素認証が初期化されました"));
        (await App.MailsAsync(Agent)).ShouldContain(mail => mail.Subject.Contains("多要素認証を初期化しました"));
    }

    private async Task<PortalBrowser> SignedInAsync(string id)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Secured, id)).ShouldBeOk();
        return browser;
    }

    private static string PathOf(Guid id) => $"/t/security/operators/{id}/mfa-reset";
}
