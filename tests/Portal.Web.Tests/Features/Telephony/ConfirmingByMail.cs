using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>The option by which a temporary password set by a call waits for its owner's word (IV-W04).</summary>
public sealed partial class ConfirmingByMail : VoiceTest
{
    private const string Main = "0666670001";
    private const string Second = "0666670002";
    private const string Customer = "4900000071";
    private const string Mailbox = "owner-of-0001@example.jp";
    private const string Path = "/t/homephone/temp-password/confirm";

    private IReadOnlyDictionary<string, Guid> ids = null!;

    [Fact]
    public async Task IV_W04_UntilItsOwnerConfirms_ItDoesNotWork_AndAfterwardsItDoes()
    {
        await AddAsync();
        await CallAsync(Good);

        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Good)).ShouldBeRefused();
        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(0);
        (await App.World.Audit.ReadAsync("phone-call-ended", ids[Main], happened => happened.Reason)).ShouldBe("Mailed");
        var browser = App.CreateBrowser();
        var page = await OpenAsync(browser);
        page.Text.ShouldContain("06-6667-0001");
        (await page.Form("main form").SubmitAsync()).ShouldRedirectTo(Path + "/done");

        (await browser.GetAsync(Path + "/done")).ShouldBeOk().Text.ShouldContain("24時間以内");
        (await App.World.TemporaryPasswords.ReadAsync(row => row.UserId == ids[Main], row => row.Origin))
            .ShouldBe(TemporaryPasswordOrigin.Phone);
        (await App.World.Audit.ReadAsync("temporary-password-issued", ids[Main], happened => happened.Details))!.ShouldContain("Phone");
        (await App.MailsAsync(Mailbox)).ShouldContain(mail => mail.Subject.Contains("電話で仮パスワードを設定しました", StringComparison.Ordinal));
        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Good)).ShouldRedirectTo("/t/homephone/password/required");
        (await browser.GetAsync(await LinkAsync())).ShouldRedirectTo(Path);
        (await browser.GetAsync(Path)).ShouldBeNotFound();
    }

    [Fact]
    public async Task IV_W04_WhatItsOwnerDoesNotConfirm_ChangesNothing()
    {
        await AddAsync();
        var session = App.CreateBrowser();
        await session.SignInAsync("homephone", Main);
        await CallAsync(Good);

        await OpenAsync(App.CreateBrowser());

        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(0);
        (await session.GetAsync("/t/homephone/home")).ShouldBeOk();
    }

    [Fact]
    public async Task IV_W04_ALaterCall_EndsTheLinkOfTheFormer()
    {
        await AddAsync();
        await CallAsync(Good);
        var former = await LinkAsync();
        await CallAsync(Other);

        var browser = App.CreateBrowser();
        await browser.GetAsync(former);
        (await browser.GetAsync(Path)).ShouldBeNotFound().Text.ShouldContain("このリンクは使えません");
        await ConfirmAsync(App.CreateBrowser());

        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Good)).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Other)).ShouldRedirectTo("/t/homephone/password/required");
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("signed in")]
    [InlineData("suspended")]
    [InlineData("other unit")]
    [InlineData("no calls any more")]
    public async Task IV_W04_TR_04_ALinkDies_WithWhatItWasMadeFor(string with)
    {
        await AddAsync();
        await CallAsync(Good);
        var browser = App.CreateBrowser();
        var page = await OpenAsync(browser);
        await (with switch
        {
            "expired" => AdvanceAsync(TimeSpan.FromMinutes(61)),
            "signed in" => App.CreateBrowser().SignInAsync("homephone", Main),
            "suspended" => App.World.Contracts.SuspendAllAsync(),
            "other unit" => App.World.Contracts.ChangeAsync(row => row.Number == Customer,
                set => set.SetProperty(row => row.AuthenticationUnit, AuthenticationUnit.Number)),
            _ => App.ChangeProfileAsync("homephone", profile => profile with
            {
                TemporaryPassword = profile.TemporaryPassword! with { ByPhone = false },
            }),
        });

        (await page.Form("main form").SubmitAsync()).ShouldBeNotFound();

        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(0);
    }

    [Fact]
    public async Task IV_W04_TR_03_TwoWhoConfirmAtOnce_SetOnePassword()
    {
        await AddAsync();
        await CallAsync(Good);
        var link = await LinkAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var browser = App.CreateBrowser();
            await browser.GetAsync(link);
            return await browser.GetAsync(Path);
        }));

        var answers = await Task.WhenAll(pages.Select(page => page.Form("main form").SubmitAsync()));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.NotFound).ShouldBe(3);
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == ids[Main])).ShouldBe(1);
    }

    [Fact]
    public async Task IV_W04_ANumberWithoutAnAddress_GetsNoneByPhone()
    {
        await AddAsync(withAddress: false);
        var call = await Provider().DialAsync(Main);

        await call.PressAsync("1");

        call.ShouldBeOver().ShouldSay("ただいま設定できません");
        (await App.World.Audit.ReadAsync("phone-call-ended", ids[Main], happened => happened.Reason)).ShouldBe("NotPossible");
    }

    [Fact]
    public async Task IV_W04_ANumberThatNeverSignedIn_HasNoAddress_AndGetsNone()
    {
        await AddAsync();
        await App.World.Contracts.ChangeAsync(row => row.Number == Customer,
            set => set.SetProperty(row => row.AuthenticationUnit, AuthenticationUnit.Number));
        var call = await Provider().DialAsync(Second);

        await call.PressAllAsync("2", Second + "#");

        call.ShouldBeOver().ShouldSay("ただいま設定できません");
    }

    [Fact]
    public async Task IV_W04_ML_08_AMailboxThatHasHadEnough_IsToldOnThePhone()
    {
        await AddAsync();
        for (var i = 0; i < 5; i++)
        {
            await CallAsync(i % 2 == 0 ? Good : Other);
        }

        var call = await Provider().DialAsync(Main);
        await call.PressAllAsync("1", Other, Other);

        call.ShouldBeOver().ShouldSay("ただいま設定できません");
        (await App.MailsAsync(Mailbox)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task IV_W04_IV_W08_TheHashOfWhatNobodyConfirmed_GoesAfterTwoDays()
    {
        await AddAsync();
        await CallAsync(Good);
        (await App.World.PhoneCalls.CountAsync(row => row.EntryHash != null)).ShouldBe(1);

        await AdvanceAsync(TimeSpan.FromDays(2.1));
        await App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);

        (await App.World.PhoneCalls.CountAsync(row => row.EntryHash != null)).ShouldBe(0);
    }

    [Fact]
    public async Task IV_W04_ThePageThatSaysHowToCall_NamesTheMail()
    {
        (await App.CreateBrowser().GetAsync("/t/homephone/temp-password/phone")).Text.ShouldNotContain("確認のメール");
        await AddAsync();

        (await App.CreateBrowser().GetAsync("/t/homephone/temp-password/phone")).Text.ShouldContain("確認のメール");
    }

    private async Task AddAsync(bool withAddress = true)
    {
        ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main, Second)
        {
            As = account => withAddress ? account with { Email = Mailbox } : account,
        }.AddToAsync(App);
        await App.ChangeProfileAsync("homephone", profile => profile with
        {
            TemporaryPassword = profile.TemporaryPassword! with { ConfirmByMail = true },
        });
    }

    private async Task CallAsync(string digits)
    {
        var call = await Provider().DialAsync(Main);
        await call.PressAllAsync("1", digits, digits);
        call.ShouldBeOver().ShouldSay("確認のメール").ShouldSay("60分以内");
    }

    private async Task<string> LinkAsync() => (await App.MailsAsync(Mailbox))
        .Select(mail => ConfirmLink.Match(mail.Text)).Last(match => match.Success).Groups[1].Value;

    private async Task<PortalPage> OpenAsync(PortalBrowser browser)
    {
        (await browser.GetAsync(await LinkAsync())).ShouldRedirectTo(Path);
        return (await browser.GetAsync(Path)).ShouldBeOk();
    }

    private async Task ConfirmAsync(PortalBrowser browser) =>
        (await (await OpenAsync(browser)).Form("main form").SubmitAsync()).ShouldRedirectTo(Path + "/done");

    private Task AdvanceAsync(TimeSpan time)
    {
        App.Time.Advance(time);
        return Task.CompletedTask;
    }

    [GeneratedRegex("https://localhost(/t/homephone/temp-password/confirm/[A-Za-z0-9_-]+)")]
    private static partial Regex ConfirmLink { get; }
}
