using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>Two sign-ins of one browser: a form knows which one it belongs to.</summary>
[Trait("Review", "F17")]
public sealed class TwoTabs : SecondFactorTest
{
    private const string Other = "hanako.test.cs";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new Account(Secured, Other) { Email = "hanako@example.jp", HasApp = true }.AddToAsync(App);
    }

    [Fact]
    public async Task MFA_2_TheCodeOfOneTabIsNotJudgedForThePersonOfTheOther()
    {
        var browser = App.CreateBrowser();
        var mine = await StepAsync(browser);
        var theirs = await StepAsync(browser, loginId: Other);

        var answer = await EnterAsync(mine, Authenticator.Code(App));

        answer.ShouldRedirectTo("/t/security/login/totp");
        (await answer.FollowAsync()).ShouldBeOk().ShouldShow($"ほかの画面で「{Other}」のログインが始まっています").ShouldShow(Other);
        (await EventsAsync("signed-in")).ShouldBe(0);
        IsIn(await EnterAsync(theirs, Authenticator.Code(App))).ShouldBeTrue();
    }

    [Fact]
    public async Task MFA_5_AWrongCodeOfAnEarlierTabCountsForNobody()
    {
        var browser = App.CreateBrowser();
        var mine = await StepAsync(browser);
        var theirs = await StepAsync(browser, loginId: Other);
        for (var i = 0; i < 6; i++)
        {
            (await EnterAsync(mine, "00000" + i)).ShouldRedirectTo("/t/security/login/totp");
        }

        (await EnterAsync(theirs, "000000")).ShouldBeRefused().ShouldShow("あと4回");
    }

    [Theory]
    [InlineData("totp")]
    [InlineData("recovery-code")]
    [InlineData("method")]
    public async Task MFA_2_ThePageSaysWhoIsSigningIn(string page)
    {
        await RecoverySheet.MakeAsync(App, Secured, UserId);
        (await StepAsync(App.CreateBrowser(), page)).ShouldShow(Owner);
    }

    [Fact]
    public async Task MFA_2_TheChoiceOfAMethodBelongsToItsSignIn()
    {
        var browser = App.CreateBrowser();
        var mine = await StepAsync(browser, "method");
        await StepAsync(browser, loginId: Other);
        var mails = (await PortalMails.MailsAsync(App, "hanako@example.jp")).Count;

        (await mine.Form().Choose("Method", "EmailCode").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await PortalMails.MailsAsync(App, "hanako@example.jp")).Count.ShouldBe(mails);
    }
}
