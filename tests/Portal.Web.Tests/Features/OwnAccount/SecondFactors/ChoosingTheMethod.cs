using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class ChoosingTheMethod : SecondFactorTest
{
    [Fact]
    public async Task MFA_2_AllMethodsThatThereAre_AreToChooseFrom()
    {
        await RecoverySheet.MakeAsync(App, Secured, UserId);
        var page = await (await StepAsync(App.CreateBrowser())).ClickAsync("別の方法で確認する");

        page.Texts("main label").ShouldBe(["認証アプリ", "メール", "回復コード"]);
        page.ShouldShow("t***@e***.jp");
    }

    [Fact]
    public async Task MFA_2_TheUserSwitchesToTheMailedCodeBeforeFailing()
    {
        var browser = App.CreateBrowser();
        var page = await StepAsync(browser, "method");
        (await browser.GetAsync("/t/security/login/email-code")).ShouldRedirectTo("/t/security/login/method");

        (await page.Form().Choose("Method", "EmailCode").SubmitAsync()).ShouldRedirectTo("/t/security/login/email-code");
        (await browser.GetAsync("/t/security/login/email-code")).ShouldBeOk();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);

        // Going to and fro sends no second one.
        (await (await browser.GetAsync("/t/security/login/method")).Form().Choose("Method", "EmailCode").SubmitAsync())
            .ShouldRedirectTo("/t/security/login/email-code");
        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);
    }

    [Fact]
    public async Task MF_07_WhereACodeWasSentAMomentAgo_TheChoiceSaysHowLongToWait()
    {
        await (await StepAsync(App.CreateBrowser(), "method")).Form().Choose("Method", "EmailCode").SubmitAsync();
        App.Time.Advance(TimeSpan.FromSeconds(15));
        var page = await StepAsync(App.CreateBrowser(), "method");

        var again = await page.Form().Choose("Method", "EmailCode").SubmitAsync();

        again.ShouldBeRefused().ShouldShow("あと45秒で").Texts("main label").ShouldBe(["認証アプリ", "メール"]);
        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);
        App.Time.Advance(TimeSpan.FromSeconds(45));
        (await again.Form().Choose("Method", "EmailCode").SubmitAsync()).ShouldRedirectTo("/t/security/login/email-code");
    }

    [Fact]
    public async Task MFA_2_WithoutAChoice_ThePageAsksForOne() =>
        (await (await StepAsync(App.CreateBrowser(), "method")).Form().SubmitAsync()).ShouldBeRefused().ShouldShow("確認方法を選択してください");

    [Fact]
    public async Task MF_16_AMethodThatTheTenantDoesNotAccept_IsNeitherShownNorServed()
    {
        await App.ChangeProfileAsync(Secured,
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["app", "recoveryCode"] } });
        await RecoverySheet.MakeAsync(App, Secured, UserId);
        var browser = App.CreateBrowser();
        var page = await StepAsync(browser, "method");

        page.Texts("main label").ShouldBe(["認証アプリ", "回復コード"]);
        (await browser.GetAsync("/t/security/login/email-code")).ShouldRedirectTo("/t/security/login/method");
        (await page.Form().Forge("Method", "EmailCode").SubmitAsync()).ShouldBeRefused();
        (await page.Form().Forge("Code", "123456").Forge("Method", "EmailCode").SubmitAsync()).ShouldBeRefused();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(0);
    }

    [Fact]
    public async Task MF_16_AMethodSwitchedOffMeanwhile_IsNotJudged()
    {
        var page = await StepAsync(App.CreateBrowser());
        await App.ChangeProfileAsync(Secured,
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["emailCode"] } });

        (await EnterAsync(page, Authenticator.Code(App))).ShouldRedirectTo("/t/security/login/method");
    }

    [Fact]
    public async Task MF_16_StaffProveThemselvesByAppOrPasskeyAlone()
    {
        await new Account("admin", "agent@portal.test")
        {
            Role = Rules.Delegation.AccountRole.Agent,
            Contract = null,
            Email = "agent@portal.test",
            HasApp = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync("admin", "agent@portal.test")).ShouldRedirectTo("/admin/login/totp");
        (await browser.GetAsync("/admin/login/totp")).ShouldNotShow("別の方法で確認する");
        (await browser.GetAsync("/admin/login/email-code")).ShouldRedirectTo("/admin/login/method");

        (await browser.SignInAsync("admin", "agent@portal.test")).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_2_WhereNothingIsAskedFor_ThePasswordIsEnough()
    {
        await new Account("rental", "R900001") { Email = "x@rental.example.jp" }.AddToAsync(App);
        await App.CreateBrowser().SignInAsync("rental", "R900001", email: "x@rental.example.jp");
        (await App.QueryAsync("rental", db => db.Sessions.SingleAsync())).Method.ShouldBe(SignInMethod.Password);
    }

    [Fact]
    public async Task MAIL_3_AnAcceptedMailedCode_ProvesTheAddress()
    {
        var id = await new Account(Secured, "new.test.cs") { Email = "new@example.jp", EmailConfirmed = false }.AddToAsync(App);
        var browser = App.CreateBrowser();
        var page = await (await browser.TrySignInAsync(Secured, "new.test.cs")).FollowAsync();
        var code = Regex.Match((await App.MailsAsync("new@example.jp"))[^1].Text,
            "(?m)^ *([0-9]{6})").Groups[1].Value;
        (await EnterAsync(page, code)).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Accounts.HasConfirmedAddressAsync(id)).ShouldBeTrue();
        (await App.World.Audit.CountAsync("email-confirmed", id)).ShouldBe(1);
    }

    [Fact]
    public async Task MF_06_ACodeForAnAddressThatWasChangedMeanwhile_IsRefused()
    {
        var browser = App.CreateBrowser();
        await (await StepAsync(browser, "method")).Form().Choose("Method", "EmailCode").SubmitAsync();
        var page = await browser.GetAsync("/t/security/login/email-code");
        var code =
            Regex.Match((await App.MailsAsync(Address))[^1].Text, "(?m)^ *([0-9]{6})").Groups[1].Value;
        await App.World.Accounts.ChangeAsync(UserId, user => user.Email, "other@example.jp");

        (await EnterAsync(page, code)).ShouldBeRefused();
    }
}
