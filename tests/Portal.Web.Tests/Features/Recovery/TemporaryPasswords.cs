using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Features.Recovery;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>A temporary password: by mail through the page, or from a person; what it allows and how it dies.</summary>
public sealed partial class TemporaryPasswords : SignInTest
{
    private const string Keyword = "Himitsu2468";
    private const string Email = "owner@control.example.jp";
    private const string Fresh = "Violet8642tram";

    protected override Account Usual => new(Tenant, Id) { Email = Email, Keyword = Keyword };

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Portal:Demo"] = "true" };

    [Fact]
    public async Task TEMP_1_FromTheLockoutToTheNewPassword()
    {
        await FailAsync(5);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id)).ShouldBeRefused();

        var browser = App.CreateBrowser();
        var login = await browser.GetAsync("/t/control/login");
        var sent = await (await (await login.ClickAsync("ロックの解除・パスワードを忘れた場合")).Form("main form")
            .Fill("Identifier", Id).Fill("Keyword", Keyword).Fill("Email", Email).SubmitAsync()).FollowAsync();
        sent.ShouldBeOk().ShouldShow("入力された内容が登録と一致した場合").Address.AbsolutePath.ShouldBe("/t/control/unlock/sent");
        sent.ShouldShow("登録した内容がわからないときは、親オペレータに確認してください").ShouldNotShow("ご契約の管理者");

        var temporary = await MailedPasswordAsync();
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, Right)).ShouldBeRefused();
        var required = await browser.SignInAsync(Tenant, Id, temporary);
        required.Address.AbsolutePath.ShouldBe("/t/control/password/required");
        required.ShouldShow("仮パスワードでログインしています");

        var done = await required.Form("main form").Fill("Current", temporary).Fill("New", Fresh).Fill("Again", Fresh).SubmitAsync();
        (await done.FollowAsync()).ShouldBeOk().ShouldShow("パスワードを変更しました");
        await App.CreateBrowser().SignInAsync(Tenant, Id, Fresh);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, temporary)).ShouldBeRefused();
        (await EventsAsync("released")).ShouldBe(1);
        (await EventsAsync("password-changed")).ShouldBe(1);
    }

    [Fact]
    public async Task HIST_2_LOCK_9_TheRelease_IsSaidToBeTheDoingOfWhoeverAskedForIt()
    {
        await FailAsync(5);
        await AskAsync(Id, Keyword, Email);
        var (browser, temporary) = (App.CreateBrowser(), await MailedPasswordAsync());
        await (await browser.SignInAsync(Tenant, Id, temporary)).Form("main form").Fill("Current", temporary).Fill("New", Fresh)
            .Fill("Again", Fresh).SubmitAsync();

        (await browser.GetAsync("/t/control/account/login-history?kind=release")).ShouldBeOk()
            .ShouldShow("仮パスワードを申請した人").ShouldNotShow("システム");
    }

    [Theory]
    [InlineData("N0009999", Keyword, Email)]
    [InlineData(Id, "Chigau2468", Email)]
    [InlineData(Id, "himitsu2468", Email)]
    [InlineData(Id, Keyword, "other@control.example.jp")]
    [InlineData("05099990001", Keyword, Email)]
    public async Task TEMP_1_EN_03_EN_04_WhateverDoesNotMatch_TheAnswerIsTheSameAndNothingIsSent(string id, string keyword, string email)
    {
        var right = await AskAsync(Id, Keyword, Email);
        var answer = await AskAsync(id, keyword, email);

        answer.Location.ShouldBe(right.Location);
        answer.Headers.Keys.Order().ShouldBe(right.Headers.Keys.Order());
        await WorkAsync();
        (await MailsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task TEXT_2_TEMP_1_WhatIsNoAddress_IsSaidAtTheField_AndCostsNoTry()
    {
        (await AskAsync(Id, Keyword, "owner")).ShouldBeRefused().ShouldShow("「name@example.com」の形式で入力してください");

        (await App.World.Recoveries.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task EN_03_KnownAndUnknownIdsLeaveTheSameRowsBehind()
    {
        foreach (var id in new[] { Id, "N0009999" })
        {
            await AskAsync(id, Keyword, Email);
        }

        (await App.World.Recoveries.CountWaitingAsync()).ShouldBe(2);
        await WorkAsync();
        (await App.World.Recoveries.CountReadableAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TEMP_1_EN_04_FiveMismatchesStopThisRoadForTwentyMinutesSilently()
    {
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(Id, "Chigau2468", Email);
            await WorkAsync();
        }

        var blocked = await AskAsync(Id, Keyword, Email);
        blocked.ShouldRedirectTo("/t/control/unlock/sent");
        await WorkAsync();
        (await MailsAsync()).ShouldBe(0);

        App.Time.Advance(TimeSpan.FromMinutes(21));
        await AskAsync(Id, Keyword, Email);
        await WorkAsync();
        (await MailsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task TEMP_1_ThreeRequestsAnHourAreAnswered()
    {
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(Id, Keyword, Email);
            await WorkAsync();
        }

        (await MailsAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("", Keyword, Email)]
    [InlineData(Id, "", Email)]
    [InlineData(Id, Keyword, "")]
    public async Task TEMP_1_AnIncompleteFormIsRefusedAtTheField(string id, string keyword, string email)
    {
        (await AskAsync(id, keyword, email)).ShouldBeRefused().ShouldShow("を入力してください");
        (await App.World.Recoveries.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TEMP_1_ADisabledAccountGetsNoMail()
    {
        await App.QueryAsync(Tenant,
            db => db.Users.Where(user => user.Id == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, App.Time.GetUtcNow())));
        await AskAsync(Id, Keyword, Email);
        await WorkAsync();
        (await MailsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TEMP_1_TenantsWithoutThisRoadDoNotHaveThePage() =>
        (await App.CreateBrowser().GetAsync("/t/homephone/unlock")).ShouldBeNotFound();

    [Fact]
    public async Task TEMP_5_IssuingVoidsTheOldPasswordAndKillsTheFormerTemporaryOne()
    {
        var first = await IssueAsync();
        var second = await IssueAsync();

        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, Right)).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, first)).ShouldBeRefused();
        await App.CreateBrowser().SignInAsync(Tenant, Id, second);
    }

    /// <summary>
    /// Once a password of one's own is set, only the policy's history counts, which this tenant has none of.
    /// </summary>
    [Theory]
    [InlineData(TemporaryPasswordOrigin.Mail)]
    [InlineData(TemporaryPasswordOrigin.Manager)]
    public async Task TEMP_5_PASS_1_TheOldPassword_IsNotSetAgain_UntilAnotherWasSet(TemporaryPasswordOrigin origin)
    {
        const string Old = "Violet8642tram";
        var id = await new Account(Tenant, "N0009007") { Password = Old }.AddToAsync(App);
        await IssueAsync(Tenant, id, origin);
        var temporary = await IssueAsync(Tenant, id, origin);
        var required = await App.CreateBrowser().SignInAsync(Tenant, "N0009007", temporary);

        var refused = (await ChangeAsync(required, temporary, Old)).ShouldBeRefused();
        refused.ShouldShow("現在のパスワードと同じ");
        (await ChangeAsync(refused, temporary, "Orange1357boat")).ShouldBe(HttpStatusCode.SeeOther);

        (await App.QueryAsync(Tenant, db => db.FormerPasswords.CountAsync(former => former.UserId == id))).ShouldBe(0);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, "N0009007", "Orange1357boat");
        var page = await browser.GetAsync("/t/control/account/password");
        (await ChangeAsync(page, "Orange1357boat", Old)).ShouldBeOk();
    }

    [Fact]
    public async Task TR_18_TwoPeopleIssuingAtOnceLeaveOneLiveTemporaryPassword()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(IssueAsync)));
        (await App.World.TemporaryPasswords.CountCurrentAsync(UserId)).ShouldBe(1);
        (await App.World.TemporaryPasswords.CountAsync(UserId)).ShouldBe(4);
    }

    [Fact]
    public async Task TR_16_TEMP_5_ThreeWrongTriesInARowKillIt()
    {
        var temporary = await IssueAsync();
        await FailAsync(3);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, temporary)).ShouldBeRefused();
    }

    [Theory]
    [InlineData("{0} ")]
    [InlineData("    {0}")]
    [InlineData("{0}\t")]
    [InlineData("\u3000{0}\u200B")]
    [Trait("Review", "F6")]
    public async Task TEXT_1_BlanksThatCameAlong_AreNoTry_NeitherAtTheDoorNorAtTheForcedChange(string form)
    {
        var temporary = await IssueAsync();
        var typed = form.Replace("{0}", temporary);
        var required = await App.CreateBrowser().SignInAsync(Tenant, Id, typed);
        required.Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await required.Form("main form").Fill("Current", typed).Fill("New", Fresh).Fill("Again", Fresh).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);
        (await EventsAsync("password-changed")).ShouldBe(1);
        (await EventsAsync("sign-in-failed")).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "F6")]
    public async Task TEXT_1_APasswordThatAPersonChose_IsStillComparedAsItIs()
    {
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, Right + " ")).ShouldBeRefused();
        await App.CreateBrowser().SignInAsync(Tenant, Id, Right);
    }

    [Fact]
    [Trait("Review", "F6")]
    public async Task TEXT_1_TheLineOfTheMail_CanBeCopiedWhole()
    {
        await AskAsync(Id, Keyword, Email);
        await WorkAsync();
        var text = (await App.MailsAsync(Email))[^1].Text;
        text.Split('\n').Select(line => line.TrimEnd('\r')).ShouldAllBe(line => line.Trim() == line);
    }

    [Fact]
    public async Task TR_16_TEMP_5_TwoWrongTriesDoNotAndSuccessResetsThem()
    {
        var temporary = await IssueAsync();
        await FailAsync(2);
        await App.CreateBrowser().SignInAsync(Tenant, Id, temporary);
        await FailAsync(2);
        await App.CreateBrowser().SignInAsync(Tenant, Id, temporary);
    }

    [Fact]
    public async Task TR_16_TEMP_5_WithASecondFactor_SuccessResetsTheWrongTriesToo()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["app"]) });
        var id = await new Account(Tenant, "N0009002") { HasApp = true }.AddToAsync(App);
        var temporary = await IssueAsync(Tenant, id, TemporaryPasswordOrigin.Manager);
        await FailAsync(2, "N0009002");

        // The password step alone is no success (CG-06).
        (await App.CreateBrowser().TrySignInAsync(Tenant, "N0009002", temporary)).ShouldRedirectTo("/t/control/login/totp");
        (await App.World.TemporaryPasswords.ReadAsync(id, row => row.WrongTries)).ShouldBe(2);
        (await App.CreateBrowser().SignInAsync(Tenant, "N0009002", temporary)).Address.AbsolutePath
            .ShouldBe("/t/control/password/required");

        await FailAsync(2, "N0009002");
        (await App.CreateBrowser().SignInAsync(Tenant, "N0009002", temporary)).Address.AbsolutePath
            .ShouldBe("/t/control/password/required");
    }

    [Fact]
    public async Task TEMP_5_LOCK_1_AtTheForcedChange_TheRightOneResetsTheCounts_AlsoWhereTheNewOneDoesNotFit()
    {
        var temporary = await IssueAsync();
        var page = await App.CreateBrowser().SignInAsync(Tenant, Id, temporary);
        for (var i = 0; i < 3; i++)
        {
            page = (await ChangeAsync(page, "Chigau2468", Fresh)).ShouldShow("仮パスワードが正しくありません");
            page = (await ChangeAsync(page, "Chigau2468", Fresh)).ShouldShow("仮パスワードが正しくありません");
            page = (await ChangeAsync(page, temporary, "short1")).ShouldBeRefused().ShouldNotShow("仮パスワードが正しくありません");
        }

        (await App.World.TemporaryPasswords.ReadAsync(UserId, row => row.WrongTries)).ShouldBe(0);
        (await App.World.Locks.FailuresAsync(UserId)).ShouldBe(0);
        (await ChangeAsync(page, temporary, Fresh)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task TEMP_5_AfterThreeWrongTriesAtTheForcedChange_ThePageSaysThatItIsOver_AndHowToGoOn()
    {
        var temporary = await IssueAsync();
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Id, temporary);
        for (var i = 0; i < 2; i++)
        {
            page = (await ChangeAsync(page, "Chigau2468", Fresh)).ShouldShow("仮パスワードが正しくありません");
        }

        ShouldBeOver((await ChangeAsync(page, "Chigau2468", Fresh)).ShouldBeRefused());
        ShouldBeOver((await ChangeAsync(page, temporary, Fresh)).ShouldBeRefused());
        var shown = (await browser.GetAsync("/t/control/password/required")).ShouldBeOk();
        ShouldBeOver(shown);
        (await browser.GetAsync("/t/control/login/help")).ShouldBeOk();
        (await App.World.Audit.CountAsync("password-change-failed", UserId)).ShouldBe(4);

        (await shown.Form("main form[action$='/logout']").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        await App.CreateBrowser().SignInAsync(Tenant, Id, await IssueAsync());
    }

    [Fact]
    public async Task TEMP_5_WhereItsTimeRanOutMeanwhile_TheForcedChangeSaysSo()
    {
        var temporary = await IssueAsync();
        App.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Id, temporary);
        App.Time.Advance(TimeSpan.FromMinutes(1));

        ShouldBeOver((await ChangeAsync(page, temporary, Fresh)).ShouldBeRefused());
        ShouldBeOver((await browser.GetAsync("/t/control/password/required?culture=ja")).ShouldBeOk());
        (await App.World.Locks.FailuresAsync(UserId)).ShouldBe(0);
    }

    [Fact]
    public async Task TR_16_TEMP_5_ItDiesAfterTwentyFourHours()
    {
        var temporary = await IssueAsync();
        App.Time.Advance(TimeSpan.FromHours(24).Add(TimeSpan.FromSeconds(-1)));
        await App.CreateBrowser().SignInAsync(Tenant, Id, temporary);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, temporary)).ShouldBeRefused();
    }

    [Fact]
    public async Task TEMP_4_GeneratedOnesHaveNoLookAlikesAndFitTheTenantsRules()
    {
        for (var i = 0; i < 20; i++)
        {
            var password = await IssueAsync();
            password.Length.ShouldBeInRange(12, 20);
            password.IndexOfAny("lI1O0o".ToCharArray()).ShouldBe(-1);
            password.Any(char.IsAsciiDigit).ShouldBeTrue();
            password.Any(char.IsAsciiLetter).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task TR_01_TheDatabaseHoldsNothingUsable()
    {
        var temporary = await IssueAsync();
        (await App.World.TemporaryPasswords.CountMentioningAsync(temporary)).ShouldBe(0);
        (await App.World.Audit.CountMentioningAsync(temporary)).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TR_17_ItCannotBecomeThePasswordInOtherLetters(int variant)
    {
        var temporary = await IssueAsync();
        var again = variant switch { 0 => temporary, 1 => temporary.ToUpperInvariant(), _ => temporary.ToLowerInvariant() };
        var page = await App.CreateBrowser().SignInAsync(Tenant, Id, temporary);
        (await page.Form("main form").Fill("Current", temporary).Fill("New", again).Fill("Again", again).SubmitAsync()).ShouldBeRefused()
            .ShouldShow("現在のパスワードと同じ");
    }

    [Fact]
    public async Task TEMP_6_InControlTheMenuStaysAndOtherPagesExplain()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id, await IssueAsync());

        var page = await browser.GetAsync("/t/control/home");
        page.ShouldBeForbidden();
        page.Has("a[href='/t/control/password/required']").ShouldBeTrue();
        (await browser.GetAsync("/t/control/login/help")).ShouldBeOk();
        (await browser.GetAsync("/t/control/password/required?culture=en")).ShouldBeOk().ShouldShow("temporary password");
    }

    [Fact]
    public async Task TEMP_6_ElsewherePagesLeadToTheChangeAndPostsAreForbidden()
    {
        var id = await new Account("officephone", "05099990009") { Door = "user" }.AddToAsync(App);
        var temporary = await IssueAsync("officephone", id, TemporaryPasswordOrigin.Manager);
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync("officephone", "05099990009", temporary, door: "user");

        (await browser.GetAsync("/t/officephone/home")).ShouldRedirectTo("/t/officephone/password/required");
        var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Current"] = temporary };
        (await browser.PostAsync("/t/officephone/account/password", fields)).ShouldBeForbidden();
    }

    [Fact]
    public async Task TEMP_6_LOGIN_6_TheForcedChangeEndsTheChangeOnlySession()
    {
        var temporary = await IssueAsync();
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Id, temporary);
        var before = browser.Cookies["__Secure-portal"];

        var set = await page.Form("main form").Fill("Current", temporary).Fill("New", Fresh).Fill("Again", Fresh).SubmitAsync();

        set.ShouldBe(HttpStatusCode.SeeOther);
        browser.Cookies["__Secure-portal"].ShouldNotBe(before);
        (await App.World.Sessions.CountOpenAsync(UserId)).ShouldBe(1);
    }

    private async Task<PortalPage> AskAsync(string id, string keyword, string email)
    {
        var page = await App.CreateBrowser().GetAsync("/t/control/unlock");
        return await page.ShouldBeOk().Form("main form").Fill("Identifier", id).Fill("Keyword", keyword).Fill("Email", email).SubmitAsync();
    }

    private async Task WorkAsync() => await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

    private Task<long> MailsAsync() =>
        App.World.Mails.CountOfAsync("temporary-password");

    private async Task<string> MailedPasswordAsync()
    {
        await WorkAsync();
        await App.SendMailAsync();
        var mails = await App.QueryAsync(Tenant,
            db => db.CaughtMails.Where(mail => mail.To == Email).OrderByDescending(mail => mail.Id).Select(mail => mail.Text)
            .ToListAsync());
        return mails.Select(text => Password().Match(text)).First(match => match.Success).Value;
    }

    private static Task<PortalPage> ChangeAsync(PortalPage page, string current, string fresh) =>
        page.Form("main form").Fill("Current", current).Fill("New", fresh).Fill("Again", fresh).Anew().SubmitAsync();

    private static void ShouldBeOver(PortalPage page)
    {
        page.ShouldShow("仮パスワードは使えなくなりました").ShouldNotShow("仮パスワードが正しくありません");
        page.Has("main form[action$='/logout']").ShouldBeTrue();
        page.Has("main a[href='/t/control/login/help#forgotten']").ShouldBeTrue();
        page.Has("input[name=Current]").ShouldBeFalse();
    }

    private Task<string> IssueAsync() => IssueAsync(Tenant, UserId, TemporaryPasswordOrigin.Mail);

    private Task<string> IssueAsync(string tenant, Guid id, TemporaryPasswordOrigin origin) =>
        App.IssueTemporaryPasswordAsync(tenant, id, origin);

    [GeneratedRegex("(?m)(?<=^\\s*)(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{12,20}(?=\\s*$)")]
    private static partial Regex Password();
}
