using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Telephony;

public sealed class SettingATemporaryPassword : VoiceTest
{
    private const string Main = "0666660001";
    private const string Second = "0666660002";
    private const string Customer = "4900000001";

    [Fact]
    public async Task CALL_2_TEMP_3_AVoidedNumber_IsLetInAgainByACall_AndMadeToSetAPassword()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main, Second)
        {
            As = account => account with { Email = "owner@example.jp" },
        }.AddToAsync(App);
        for (var i = 0; i < 10; i++)
        {
            (await App.CreateBrowser().TrySignInAsync("homephone", Main, "wrong")).ShouldBeRefused();
        }

        (await App.CreateBrowser().TrySignInAsync("homephone", Main)).ShouldBeRefused();

        var call = await Provider().DialAsync("+81666660002");
        call.ShouldSay("認証単位").Language.ShouldBe("ja-JP");
        await call.PressAsync("1");
        call.ShouldSay("0 6、6 6 6 6、0 0 0 1").ShouldSay("8桁");
        await call.PressAsync(Good);
        call.ShouldSay("もう一度");
        await call.PressAsync(Good);
        call.ShouldBeOver().ShouldSay("24時間");

        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync("homephone", "06-6666-0001", Good)).ShouldBe(HttpStatusCode.SeeOther);
        var page = await browser.GetAsync("/t/homephone/password/required");
        await page.Form("main form").Fill("Current", Good).Fill("New", "Atarashii24").Fill("Again", "Atarashii24").SubmitAsync();
        (await App.CreateBrowser().SignInAsync("homephone", Main, "Atarashii24")).ShouldBeOk();
        (await App.World.Audit.ReadAsync("phone-call-ended", ids[Main], happened => happened.Reason)).ShouldBe("Done");
        (await App.MailsAsync("owner@example.jp")).ShouldContain(mail => mail.Subject.Contains("電話で仮パスワード", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AuthenticationUnit.Line, Second, "1", null, Main)]
    [InlineData(AuthenticationUnit.Number, Main, "2", Second + "#", Second)]
    [InlineData(AuthenticationUnit.Number, Second, "2", Second + "#", Second)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Second, "3", null, Second)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Main, "3", Main + "#", Main)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Main, "3", Customer + "#", Customer)]
    public async Task CALL_2_LINE_1_InEachUnit_TheRightNumberGetsIt(AuthenticationUnit unit, string from, string key, string? number,
        string expected)
    {
        var ids = await new HomeLine(Customer, unit, Main, Second).AddToAsync(App);
        var call = await Provider().DialAsync(from);

        await call.PressAllAsync(new[] { key, number, Good, Good }.OfType<string>());

        call.ShouldBeOver().ShouldSay("設定しました");
        (await App.World.TemporaryPasswords.ListAsync(row => row.UserId)).ShouldBe([ids[expected]]);
        (await App.CreateBrowser().TrySignInAsync("homephone", expected, Good)).ShouldRedirectTo("/t/homephone/password/required");
    }

    [Fact]
    public async Task CALL_2_TEMP_5_ASecondOne_KillsTheFirst_AndTheOldPasswordWorksUntilItIsUsed()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        await (await Provider().DialAsync(Main)).PressAllAsync("1", Good, Good);
        await (await Provider().DialAsync(Main)).PressAllAsync("1", Other, Other);

        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Good)).ShouldBeRefused();
        (await App.CreateBrowser().SignInAsync("homephone", Main)).ShouldBeOk();
        (await App.CreateBrowser().TrySignInAsync("homephone", Main, Other)).ShouldRedirectTo("/t/homephone/password/required");
    }

    [Theory]
    [InlineData(23.9, 2, true)]
    [InlineData(24.1, 0, false)]
    [InlineData(1, 3, false)]
    public async Task CALL_2_LINE_2_TR_16_ItLivesADayAndTwoWrongTries(double hours, int wrong, bool works)
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        await (await Provider().DialAsync(Main)).PressAllAsync("1", Good, Good);
        App.Time.Advance(TimeSpan.FromHours(hours));
        for (var i = 0; i < wrong; i++)
        {
            await App.CreateBrowser().TrySignInAsync("homephone", Main, "99998888");
        }

        var answer = await App.CreateBrowser().TrySignInAsync("homephone", Main, Good);

        answer.Status.ShouldBe(works ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task CALL_3_TheLastTemporaryPassword_IsRefusedAtTheNextCall()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        await (await Provider().DialAsync(Main)).PressAllAsync("1", Good, Good);
        var call = await Provider().DialAsync(Main);

        await call.PressAllAsync("1", Good);

        call.ShouldSay("前回と同じ").ShouldSay("8桁");
        await call.PressAllAsync(Other, Other);
        call.ShouldBeOver().ShouldSay("設定しました");
    }

    [Theory]
    [InlineData("1", null, Main, AuthenticationUnit.Line)]
    [InlineData("2", Second + "#", Second, AuthenticationUnit.Number)]
    [InlineData("3", Customer + "#", Customer, AuthenticationUnit.ManagerAndUsers)]
    public async Task CALL_4_TheFirstPasswordOfAContract_DecidesTheUnit(string key, string? number, string expected,
        AuthenticationUnit unit)
    {
        await new HomeLine(Customer, null, Main, Second).AddToAsync(App);
        var call = await Provider().DialAsync(Main);

        await call.PressAllAsync(new[] { key, number, Good, Good }.OfType<string>());

        call.ShouldBeOver().ShouldSay("設定しました");
        (await App.World.Contracts.ReadAsync(row => row.Number == Customer, row => row.AuthenticationUnit)).ShouldBe(unit);
        (await App.CreateBrowser().TrySignInAsync("homephone", expected, Good)).ShouldRedirectTo("/t/homephone/password/required");
        var next = await Provider().DialAsync(Main);
        await next.PressAsync(key == "1" ? "2" : "1");
        next.ShouldBeOver().ShouldSay("ご契約の認証単位は");
    }

    [Fact]
    public async Task IV_W09_ACall_EndsNoSessionAndLocksNobody()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("homephone", Main);

        await (await Provider().DialAsync(Main)).PressAllAsync("1", Good, Good);

        (await browser.GetAsync("/t/homephone/home")).ShouldBeOk();
        (await App.World.TemporaryPasswords.ReadAsync(row => row.UserId == ids[Main], row => row.Origin))
            .ShouldBe(TemporaryPasswordOrigin.Phone);
    }

    [Fact]
    public async Task CALL_2_InEnglish_ANumberIsPartedByAnEnglishComma()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        await App.ChangeProfileAsync("homephone", profile => profile with { DefaultLanguage = "en" });
        var call = await Provider().DialAsync(Main);

        await call.PressAsync("1");

        call.ShouldSay("0 6, 6 6 6 6, 0 0 0 1").Language.ShouldBe("en-US");
    }

    [Fact]
    public async Task CALL_2_LINE_1_TheVoiceCallsTheUnit_WhatThePagesCallIt()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);

        (await Provider().DialAsync(Main)).ShouldSay("管理者・ユーザは3");
    }

    [Fact]
    public async Task CALL_4_ANumberThatIsSwitchedOff_GetsNone()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        await App.World.Contracts.SuspendAllAsync();
        var call = await Provider().DialAsync(Main);

        await call.PressAsync("1");

        call.ShouldBeOver().ShouldSay("ただいま設定できません");
        (await App.World.TemporaryPasswords.CountCurrentAsync(ids[Main])).ShouldBe(0);
    }
}
