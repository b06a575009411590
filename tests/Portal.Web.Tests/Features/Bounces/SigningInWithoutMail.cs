using System.Net;
using System.Text.RegularExpressions;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.OwnAccount.SecondFactors;

namespace Portal.Web.Tests.Features.Bounces;

/// <summary>
/// Codes by mail where mail comes back (ML-05): not offered beside another way, never dropped for none.
/// </summary>
public sealed class SigningInWithoutMail : SecondFactorTest
{
    [Fact]
    public async Task ML_05_BesideAnApp_TheMailedCodeIsNotOffered()
    {
        await RecoverySheet.MakeAsync(App, Secured, UserId);
        await FlagAsync(UserId);
        var browser = App.CreateBrowser();
        var page = await (await StepAsync(browser)).ClickAsync("別の方法で確認する");

        page.Texts("main label").ShouldBe(["認証アプリ", "回復コード"]);
        (await browser.GetAsync("/t/security/login/email-code")).ShouldRedirectTo("/t/security/login/method");
        (await page.Form().Forge("Method", nameof(FactorMethod.EmailCode)).SubmitAsync()).ShouldBeRefused();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(0);
    }

    [Fact]
    public async Task ML_05_WhereItIsTheOnlyWay_ItIsStillAsked_AndACodeThatArrives_EndsTheFlag()
    {
        var id = await new Account(Secured, "mail.only.cs") { Email = "only@example.jp" }.AddToAsync(App);
        await FlagAsync(id);
        App.Time.Advance(TimeSpan.FromMinutes(1));

        var page = await (await App.CreateBrowser().TrySignInAsync(Secured, "mail.only.cs")).FollowAsync();
        page.ShouldBeOk().ShouldShow("このアドレスには、メールが届いていません");
        var code = Regex.Match((await App.MailsAsync("only@example.jp"))[^1].Text, "(?m)^ *([0-9]{6})").Groups[1].Value;
        (await EnterAsync(page, code)).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Accounts.ReadAsync(id, user => user.EmailBouncedAt)).ShouldBeNull();
        (await App.World.Audit.CountAsync("email-confirmed", id)).ShouldBe(1);
    }

    [Fact]
    public async Task ML_05_TheCodeCannotBeSwitchedOn()
    {
        var id = await new Account("rental", "R900001") { Email = Address }.AddToAsync(App);
        await FlagAsync(id);
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("rental", "R900001", email: Address)).ShouldBeOk();
        var page = (await browser.GetAsync("/t/rental/account/mfa/email")).ShouldBeOk();

        (await page.Form("main form").Choose("On", "true").SubmitAsync()).ShouldBeRefused().ShouldShow("メールが届いていないため");

        (await App.World.Accounts.ReadAsync(id, user => user.WantsSecondFactor)).ShouldBeFalse();
    }

    private Task FlagAsync(Guid id) => App.World.Accounts.ChangeAsync(id, user => user.EmailBouncedAt, App.Time.GetUtcNow());
}
