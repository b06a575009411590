using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>Sign-in of tenant `security`: password, then a code by mail.</summary>
public sealed partial class SecondFactorByMail : SignInTest
{
    private const string Secured = "security";

    /// <summary>Until an account may be mailed another code.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    protected override Account Usual => new(Secured, "taro.test.cs") { Email = "taro@example.jp" };

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Portal:Demo"] = "true" };

    [Fact]
    public async Task MFA_4_ThePasswordLeadsToACodeByMailAndTheCodeLeadsHome()
    {
        var browser = App.CreateBrowser();
        var page = await CodePageAsync(browser);
        (await browser.GetAsync("/t/security/home")).Status.ShouldBe(HttpStatusCode.Found);

        var answer = await page.Form().Fill("Code", await CodeAsync()).SubmitAsync();

        (await answer.FollowAsync()).ShouldBeOk().Address.AbsolutePath.ShouldBe("/t/security/home");
        (await EventsAsync("signed-in")).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "S11")]
    public async Task MFA_4_MF_07_OfManySignInsAtOnceOnTwoNodes_OneIsSentACode()
    {
        await using var other = App.SecondNode();

        await Task.WhenAll(Enumerable.Range(0, 24)
            .Select(i => Task.Run(() => (i % 2 == 0 ? App : other).CreateBrowser().TrySignInAsync(Secured, "taro.test.cs"))));

        (await App.World.SignInAttempts.ListAsync(attempt => attempt.CodesSent)).Sum().ShouldBe(1);
    }

    [Fact]
    public async Task MFA_4_WhoTakesTooLong_IsToldWhyItBeginsAnew()
    {
        var browser = App.CreateBrowser();
        var page = await CodePageAsync(browser);
        var code = await CodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(16));

        var login = await (await page.Form().Fill("Code", code).SubmitAsync()).ShouldRedirectTo("/t/security/login").FollowAsync();

        login.ShouldBeOk().ShouldShow("確認が終わらなかったため、最初からログインしてください");
        (await App.CreateBrowser().GetAsync("/t/security/login/method")).ShouldRedirectTo("/t/security/login");
        (await browser.GetAsync("/t/security/login")).ShouldNotShow("確認が終わらなかった");
    }

    [Fact]
    public async Task EN_08_TheAddressIsMaskedToAConstantLength()
    {
        var page = await CodePageAsync(App.CreateBrowser());
        page.ShouldShow("t***@e***.jp").ShouldNotShow("taro@example.jp");
    }

    [Theory]
    [InlineData("１２３４５６")]
    [InlineData("123-456")]
    public async Task MF_03_AWrongCodeIsRefusedAndCounted(string typed)
    {
        var page = await CodePageAsync(App.CreateBrowser());
        (await page.Form().Fill("Code", typed).SubmitAsync()).ShouldBeRefused().ShouldShow("あと4回");
    }

    [Theory]
    [InlineData("abcdef")]
    [InlineData("+123456")]
    [InlineData("1234567")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    [Trait("Review", "F7")]
    public async Task MF_03_TEXT_2_WhatCannotBeACode_IsRefusedWithoutCounting(string typed)
    {
        var page = await CodePageAsync(App.CreateBrowser());
        for (var i = 0; i < 6; i++)
        {
            page = await page.Form().Fill("Code", typed).SubmitAsync();
            page.ShouldBeRefused().ShouldShow("6桁の数字で入力してください");
        }

        (await EventsAsync("sign-in-code-failed")).ShouldBe(0);
        (await page.Form().Fill("Code", await CodeAsync()).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task MF_03_TheRightCodeIsAcceptedInFullWidthWithBlanks()
    {
        var page = await CodePageAsync(App.CreateBrowser());
        var code = string.Concat((await CodeAsync()).Select(digit => (char)(digit - '0' + '０')));
        (await page.Form().Fill("Code", code[..3] + "　" + code[3..]).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task MF_08_FiveWrongCodesEndTheSignIn()
    {
        var browser = App.CreateBrowser();
        var page = await CodePageAsync(browser);
        for (var i = 0; i < 4; i++)
        {
            page = await page.Form().Fill("Code", "000000").SubmitAsync();
        }

        (await page.Form().Fill("Code", "000000").SubmitAsync()).ShouldRedirectTo("/t/security/login");
        (await page.Form().Fill("Code", await CodeAsync()).SubmitAsync()).ShouldRedirectTo("/t/security/login");
    }

    [Fact]
    public async Task MF_04_TenWrongCodesOverSeveralSignInsLockTheAccount()
    {
        for (var i = 0; i < 3; i++)
        {
            var page = await CodePageAsync(App.CreateBrowser());
            App.Time.Advance(Pause);
            for (var j = 0; j < 4; j++)
            {
                page = await page.Form("main form").Fill("Code", "000000").SubmitAsync();
                if (!page.Has("input[name=Code]"))
                {
                    break;
                }
            }
        }

        (await EventsAsync("locked")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Secured, "taro.test.cs")).ShouldBeRefused();
    }

    [Fact]
    public async Task MF_08_ACodeOlderThanTenMinutesIsRefused()
    {
        var page = await CodePageAsync(App.CreateBrowser());
        var code = await CodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(10).Add(TimeSpan.FromSeconds(1)));
        (await page.Form().Fill("Code", code).SubmitAsync()).ShouldBeRefused().ShouldShow("有効期限が切れています");
    }

    [Fact]
    public async Task MF_07_AResendIsPossibleAfterAMinuteAndKillsTheFormerCode()
    {
        var page = await CodePageAsync(App.CreateBrowser());
        var former = await CodeAsync();
        var resend = page.Form("form[action$='/resend']");
        (await resend.SubmitAsync()).ShouldBeRefused().ShouldShow("あと60秒");

        App.Time.Advance(TimeSpan.FromSeconds(61));
        page = await (await resend.SubmitAsync()).FollowAsync();
        (await page.Form().Fill("Code", former).SubmitAsync()).ShouldBeRefused();
        (await page.Form().Fill("Code", await CodeAsync()).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task MF_07_ASignInBegunAgainWithinAMinute_IsSentNoCode_AndIsToldHowLongToWait()
    {
        var former = await CodePageAsync(App.CreateBrowser());
        App.Time.Advance(TimeSpan.FromSeconds(20));
        var browser = App.CreateBrowser();

        var page = (await CodePageAsync(browser)).ShouldBeOk();

        page.ShouldShow("まだ送っていません").ShouldShow("少し待つと").ShouldNotShow("確認コードを送りました");
        page.Has("input[name=Code]").ShouldBeFalse();
        page.Has("form[action$='/resend'] button[data-wait='40']").ShouldBeTrue();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);
        (await page.Form("form[action$='/resend']").SubmitAsync()).ShouldBeRefused().ShouldShow("あと40秒で");

        // The former sign-in goes on with its own code, and this one has another when the time has come.
        App.Time.Advance(TimeSpan.FromSeconds(40));
        (await browser.GetAsync("/t/security/login/email-code")).ShouldRedirectTo("/t/security/login/method");
        var sent = await (await page.Form("form[action$='/resend']").Anew().SubmitAsync()).FollowAsync();
        sent.Has("input[name=Code]").ShouldBeTrue();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(2);
        (await former.Form().Fill("Code", "000000").SubmitAsync()).ShouldBeRefused().ShouldShow("あと4回");
    }

    [Fact]
    public async Task MF_07_FiveCodesAnHourAreSent_HoweverOftenTheSignInBegins_AndThePagesSaySo()
    {
        for (var i = 0; i < 5; i++)
        {
            (await CodePageAsync(App.CreateBrowser())).Has("input[name=Code]").ShouldBeTrue();
            App.Time.Advance(TimeSpan.FromMinutes(2));
        }

        var browser = App.CreateBrowser();
        var page = (await CodePageAsync(browser)).ShouldBeOk().ShouldShow("まだ送っていません").ShouldShow("あと50分ほど");
        page.Has("form[action$='/resend']").ShouldBeFalse();
        var choice = (await browser.GetAsync("/t/security/login/method")).ShouldBeOk();
        (await choice.Form().Choose("Method", "EmailCode").SubmitAsync()).ShouldBeRefused().ShouldShow("あと50分ほど");
        (await EventsAsync("sign-in-code-sent")).ShouldBe(5);

        // Asking in vain has prolonged nothing.
        App.Time.Advance(TimeSpan.FromMinutes(50));
        (await CodePageAsync(App.CreateBrowser())).Has("input[name=Code]").ShouldBeTrue();
        (await EventsAsync("sign-in-code-sent")).ShouldBe(6);
    }

    [Fact]
    public async Task MF_07_FiveCodesOfOneSignIn_AreAllOfThisHour()
    {
        var page = await CodePageAsync(App.CreateBrowser());
        for (var sent = 2; sent <= 5; sent++)
        {
            App.Time.Advance(Pause);
            page = (await (await page.Form("form[action$='/resend']").SubmitAsync()).FollowAsync()).ShouldBeOk();
        }

        page.ShouldShow("あと60分ほど").Has("form[action$='/resend']").ShouldBeFalse();
        page.Has("input[name=Code]").ShouldBeTrue();
        (await page.Form().Fill("Code", await CodeAsync()).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task MF_07_MFA_4_AResendBeyondTheHoursCodes_IsRefusedInWords()
    {
        await LimitAsync(codesPerHour: 1);
        var page = await CodePageAsync(App.CreateBrowser());
        await LimitAsync(codesPerHour: 5);
        App.Time.Advance(Pause);
        page = await page.Form("main form").Fill("Code", "000000").SubmitAsync();
        await LimitAsync(codesPerHour: 1);

        (await page.Form("form[action$='/resend']").SubmitAsync()).ShouldBeRefused().ShouldShow("あと59分ほど");

        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);
    }

    [Fact]
    public async Task MFA_4_ACodeWhoseTimeIsOver_PromisesNoNewOne_WhereNoneIsSent()
    {
        await LimitAsync(codesPerHour: 1);
        var page = await CodePageAsync(App.CreateBrowser());
        var code = await CodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(10));

        (await page.Form().Fill("Code", code).SubmitAsync()).ShouldBeRefused().ShouldShow("あと50分ほど")
            .ShouldNotShow("新しいコードを送りました");

        (await EventsAsync("sign-in-code-sent")).ShouldBe(1);
    }

    [Fact]
    public async Task MF_07_CodesThatWereEntered_CountNoMore_SoWhoSignsInOftenDoesNotWait()
    {
        for (var i = 0; i < 6; i++)
        {
            var page = await CodePageAsync(App.CreateBrowser());
            (await page.Form().Fill("Code", await CodeAsync()).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        }

        (await EventsAsync("signed-in")).ShouldBe(6);
    }

    [Fact]
    [Trait("Review", "UX40")]
    public async Task MF_07_ThePageSaysHowLongAResendHasToWait()
    {
        var browser = App.CreateBrowser();
        (await CodePageAsync(browser)).Has("form[action$='/resend'] button[data-wait='60']").ShouldBeTrue();

        App.Time.Advance(TimeSpan.FromSeconds(59.5));
        (await browser.GetAsync("/t/security/login/email-code")).Has("button[data-wait='1']").ShouldBeTrue();
        App.Time.Advance(TimeSpan.FromSeconds(1));
        (await browser.GetAsync("/t/security/login/email-code")).Has("button[data-wait='0']").ShouldBeTrue();
    }

    [Fact]
    public async Task MF_06_ACodeIsBoundToTheSignInThatAskedForIt()
    {
        await CodePageAsync(App.CreateBrowser());
        var code = await CodeAsync();
        App.Time.Advance(Pause);
        var other = await CodePageAsync(App.CreateBrowser());
        (await other.Form().Fill("Code", code).SubmitAsync()).ShouldBeRefused();
    }

    [Fact]
    public async Task LOGIN_4_AnUnfinishedSignInEndsFifteenMinutesAfterThePassword()
    {
        var browser = App.CreateBrowser();
        await CodePageAsync(browser);
        App.Time.Advance(TimeSpan.FromMinutes(8));
        var page = await (await (await browser.GetAsync("/t/security/login/email-code")).Form("form[action$='/resend']").SubmitAsync())
            .FollowAsync();
        var code = await CodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(7).Add(TimeSpan.FromSeconds(1)));

        (await page.Form().Fill("Code", code).SubmitAsync()).ShouldRedirectTo("/t/security/login");
    }

    [Fact]
    public async Task CG_06_TheRightPasswordAloneDoesNotResetTheCount()
    {
        await FailAsync(4, "taro.test.cs", Secured);
        await CodePageAsync(App.CreateBrowser());
        await FailAsync(1, "taro.test.cs", Secured);

        (await App.CreateBrowser().TrySignInAsync(Secured, "taro.test.cs")).ShouldBeRefused();
    }

    [Fact]
    public async Task MF_09_WithoutASignInThereIsNoCodePage()
    {
        (await App.CreateBrowser().GetAsync("/t/security/login/email-code")).ShouldRedirectTo("/t/security/login");
    }

    [Fact]
    public async Task MF_08_TheSameCodeTwentyTimesAtOnceIsOneSession()
    {
        var browser = App.CreateBrowser();
        var page = await CodePageAsync(browser);
        var code = await CodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => page.Form().Fill("Code", code).SubmitAsync())));

        answers.Count(answer => answer.Location == "/t/security/" || answer.Location == "/t/security/home").ShouldBe(1);
        (await EventsAsync("signed-in")).ShouldBe(1);
    }

    [Fact]
    public async Task MFA_4_AnOlderCode_IsKnownForWhatItIs_CountsNothing_AndLetsNobodyIn()
    {
        var browser = App.CreateBrowser();
        var page = await CodePageAsync(browser);
        var codes = new List<string> { await CodeAsync() };
        for (var i = 0; i < 2; i++)
        {
            App.Time.Advance(TimeSpan.FromMinutes(1));
            page = await (await page.Form("form[action$='/resend']").SubmitAsync()).FollowAsync();
            codes.Add(await CodeAsync());
        }

        foreach (var older in codes.Take(2).Where(code => code != codes[2]))
        {
            (await page.Form().Fill("Code", older).SubmitAsync()).ShouldBeRefused().ShouldShow("前に送ったコードです");
        }

        (await App.QueryAsync(Secured, db => db.SignInAttempts.SingleAsync())).CodeTries.ShouldBe(0);
        (await EventsAsync("signed-in")).ShouldBe(0);
        (await page.Form().Fill("Code", codes[2]).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    private Task LimitAsync(int codesPerHour) => App.ChangeProfileAsync(Secured,
        profile => profile with { SecondFactor = profile.SecondFactor with { CodesPerHour = codesPerHour } });

    private static async Task<PortalPage> CodePageAsync(PortalBrowser browser)
    {
        var answer = await browser.TrySignInAsync(Secured, "taro.test.cs");
        answer.ShouldRedirectTo("/t/security/login/email-code");
        return await answer.FollowAsync();
    }

    /// <summary>The code of the newest mail, as the owner reads it.</summary>
    private async Task<string> CodeAsync()
    {
        await App.SendMailAsync();
        var text = await App.QueryAsync(Secured,
            db => db.CaughtMails.Where(mail => mail.To == "taro@example.jp").OrderByDescending(mail => mail.Id).Select(mail => mail.Text)
            .ToListAsync());
        return text.Select(mail => SixDigits().Match(mail)).First(match => match.Success).Value;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();
}
