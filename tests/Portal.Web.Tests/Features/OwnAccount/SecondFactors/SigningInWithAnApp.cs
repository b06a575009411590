using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class SigningInWithAnApp : SecondFactorTest
{
    [Fact]
    public async Task MFA_1_ThePasswordLeadsToTheAppAndItsCodeLeadsHome()
    {
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync(Secured, Owner)).ShouldRedirectTo("/t/security/login/totp");

        (await (await EnterAsync(await browser.GetAsync("/t/security/login/totp"), Authenticator.Code(App))).FollowAsync())
            .ShouldBeOk().Address.AbsolutePath.ShouldBe("/t/security/home");

        var session = await SessionAsync();
        (session.Method, session.State, session.FactorProvenAt).ShouldBe((SignInMethod.App, SessionState.Full, App.Time.GetUtcNow()));
        (await App.QueryAsync(Secured, db => db.AuthenticatorApps.SingleAsync())).LastStep.ShouldBe(Totp.StepAt(App.Time.GetUtcNow()));
        (await EventsAsync("signed-in")).ShouldBe(1);
    }

    [Fact]
    public async Task MF_01_ACodeWorksOnce()
    {
        (await EnterAsync(await StepAsync(App.CreateBrowser()), Authenticator.Code(App))).ShouldBe(HttpStatusCode.SeeOther);
        (await EnterAsync(await StepAsync(App.CreateBrowser()), Authenticator.Code(App))).ShouldBeRefused();
    }

    [Fact]
    public async Task MF_01_TheSameCodeTwentyTimesAtOnceOnTwoNodes_IsOneSession()
    {
        await using var other = App.SecondNode();
        var pages = new List<PortalPage>();
        for (var i = 0; i < 20; i++)
        {
            pages.Add(await StepAsync((i % 2 == 0 ? App : other).CreateBrowser()));
        }

        var code = Authenticator.Code(App);
        var answers = await Task.WhenAll(pages.Select(page => Task.Run(() => EnterAsync(page, code))));

        answers.Count(IsIn).ShouldBe(1);
        (await EventsAsync("signed-in")).ShouldBe(1);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task MF_02_OneStepOfDriftIsAccepted(int drift, bool accepted) =>
        IsIn(await EnterAsync(await StepAsync(App.CreateBrowser()), Authenticator.Code(App, drift))).ShouldBe(accepted);

    [Fact]
    public async Task MF_02_AfterAStepTheOneBeforeIsRefused()
    {
        (await EnterAsync(await StepAsync(App.CreateBrowser()), Authenticator.Code(App))).ShouldBe(HttpStatusCode.SeeOther);
        (await EnterAsync(await StepAsync(App.CreateBrowser()), Authenticator.Code(App, -1))).ShouldBeRefused();
    }

    [Theory]
    [InlineData("+123456")]
    [InlineData("1234567")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("123456\n7")]
    [InlineData("abcdef")]
    [Trait("Review", "F7")]
    public async Task MF_03_TEXT_2_WhatCannotBeACode_IsRefusedWithoutCounting(string typed)
    {
        var page = await EnterAsync(await StepAsync(App.CreateBrowser()), typed);
        page.ShouldBeRefused().ShouldShow("6桁の数字で入力してください");
        (await EventsAsync("second-factor-failed")).ShouldBe(0);
        (await EnterAsync(page, "000000")).ShouldBeRefused().ShouldShow("あと4回");
        (await App.World.CodeFailures.ReadAsync(UserId, row => row.Failures)).ShouldBe(1);
    }

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("\t{0}{1}")]
    [InlineData("{0}\u200B{1}")]
    [InlineData("\u202D{0}{1}\u202C")]
    [Trait("Review", "F7")]
    public async Task TEXT_1_ACodeAsItIsCopied_IsTheCode(string form)
    {
        var code = Authenticator.Code(App);
        IsIn(await EnterAsync(await StepAsync(App.CreateBrowser()), form.Replace("{0}", code[..3]).Replace("{1}", code[3..])))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task MF_03_FullWidthDigitsAndBlanksAreFolded()
    {
        var code = string.Concat(Authenticator.Code(App).Select(digit => (char)(digit - '0' + '０')));
        IsIn(await EnterAsync(await StepAsync(App.CreateBrowser()), code[..3] + "　" + code[3..])).ShouldBeTrue();
    }

    [Fact]
    public async Task MF_04_MFA_5_TenSignInsAtOnceWithFiveWrongCodesEach_CountTenInAllAndLock()
    {
        await using var other = App.SecondNode();
        var pages = new List<PortalPage>();
        for (var i = 0; i < 10; i++)
        {
            pages.Add(await StepAsync((i % 2 == 0 ? App : other).CreateBrowser()));
        }

        await Task.WhenAll(pages.SelectMany(page => Enumerable.Range(0, 5).Select(_ => Task.Run(() => EnterAsync(page, "000000")))));

        (await App.World.CodeFailures.ReadAsync(UserId, row => row.Failures)).ShouldBe(10);
        (await EventsAsync("locked")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Secured, Owner)).ShouldBeRefused();
    }

    [Fact]
    public async Task MF_04_WrongCodesOfEveryMethodShareTheTriesOfASignIn()
    {
        await RecoverySheet.MakeAsync(App, Secured, UserId);
        var browser = App.CreateBrowser();
        await EnterAsync(await StepAsync(browser), "000000");
        await EnterAsync(await browser.GetAsync("/t/security/login/recovery-code"), "AAAA-AAAA-AAAA-AAAA");
        await EnterAsync(await browser.GetAsync("/t/security/login/totp"), "000000");
        await EnterAsync(await browser.GetAsync("/t/security/login/recovery-code"), "AAAA-AAAA-AAAA-AAAA");

        (await EnterAsync(await browser.GetAsync("/t/security/login/totp"), "000000")).ShouldRedirectTo("/t/security/login");
    }

    [Fact]
    public async Task MF_05_AHundredWrongCodesWithoutASuccess_VoidThePassword()
    {
        await App.QueryAsync(Secured,
            db => db.SignInStates.Where(row => row.UserId == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TotalFailures, 99)));

        (await EnterAsync(await StepAsync(App.CreateBrowser()), "000000")).ShouldRedirectTo("/t/security/login");

        (await StateAsync()).VoidedAt.ShouldNotBeNull();
        (await EventsAsync("password-voided")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Secured, Owner)).ShouldBeRefused();
    }

    [Fact]
    public async Task MF_05_ASuccessEndsTheCount()
    {
        var page = await StepAsync(App.CreateBrowser());
        await EnterAsync(page, "000000");
        (await StateAsync()).TotalFailures.ShouldBe(1);

        await EnterAsync(page, Authenticator.Code(App));
        (await StateAsync()).TotalFailures.ShouldBe(0);
    }

    [Fact]
    public async Task MF_22_TheRightPasswordWithAWrongCode_IsToldToTheOwnerOnceASignIn()
    {
        var page = await StepAsync(App.CreateBrowser());
        await EnterAsync(page, "000000");
        await EnterAsync(page, "000000");

        (await EventsAsync("second-factor-failed")).ShouldBe(2);
        (await MailsAsync("確認コード")).ShouldBe(1);

        await EnterAsync(await StepAsync(App.CreateBrowser()), "000000");
        (await MailsAsync("確認コード")).ShouldBe(2);
    }

    [Fact]
    public async Task MF_09_AChangedPasswordElsewhere_EndsTheSignInUnderWay()
    {
        var page = await StepAsync(App.CreateBrowser());
        await App.QueryAsync(Secured,
            db => db.Users.Where(user => user.Id == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "another")));

        (await EnterAsync(page, Authenticator.Code(App))).ShouldRedirectTo("/t/security/login");
    }

    [Theory]
    [InlineData("/t/security/home")]
    [InlineData("/t/security/account")]
    [InlineData("/t/security/account/password")]
    [InlineData("/t/security/operators")]
    public async Task MF_09_HalfASignIn_ReachesNothing(string path)
    {
        var browser = App.CreateBrowser();
        await StepAsync(browser);
        (await browser.GetAsync(path)).ShouldBe(HttpStatusCode.Found).Location!.ShouldStartWith("/t/security/login");
    }
}
