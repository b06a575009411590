using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>The notice of a sign-in, and what its "this was not me" does.</summary>
public sealed class DisowningASignIn : ResetTest
{
    private const string Site = "rental";
    private const string LoginId = "R900010";
    private const string Address = "ten@rental.example.jp";

    protected override Account Usual => new(Site, LoginId) { Email = Address, With = user => user.TimeZone = "Europe/Paris" };

    [Fact]
    public async Task NOTICE_1_EverySignInIsMailed_WithTimeInTheUsersZoneAddressAndBrowser()
    {
        var browser = App.CreateBrowser();
        browser.UserAgent =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        await browser.SignInAsync(Site, LoginId, email: Address);
        var mail = (await App.MailsAsync(Address)).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("ログインがありました");
        mail.Text.ShouldContain("Europe/Paris");
        mail.Text.ShouldContain("203.0.113.10");
        mail.Text.ShouldContain("Chrome");
        mail.Text.ShouldContain("https://localhost/t/rental/not-me/");

        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        (await App.MailsAsync(Address)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task NOTICE_1_WhereTheTenantSaysSo_OnlyANewBrowser_AndOffMeansNone()
    {
        await App.ChangeProfileAsync(Site, profile => profile with { SignInNotice = "newBrowser" });
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Site, LoginId, email: Address);
        browser.Cookies.Remove("__Secure-portal");
        await browser.SignInAsync(Site, LoginId, email: Address);
        (await App.MailsAsync(Address)).Count.ShouldBe(1);

        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        (await App.MailsAsync(Address)).Count.ShouldBe(2);

        await App.ChangeProfileAsync(Site, profile => profile with { SignInNotice = "off" });
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        (await App.MailsAsync(Address)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task NOTICE_1_NotMe_EndsSessionsLocksUntilReset_ReportsAndTells()
    {
        var thief = App.CreateBrowser();
        await thief.SignInAsync(Site, LoginId, email: Address);
        var link = (await LinksAsync(Address, "not-me")).ShouldHaveSingleItem();

        var done = await (await ConfirmAsync(link)).ShouldRedirectTo("/t/rental/not-me/done").FollowAsync();
        done.ShouldBeOk().ShouldShow("メールのリンクから、新しいパスワードを設定する").Has("a[href$='/unlock']").ShouldBeTrue();
        (await thief.GetAsync("/t/rental/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        (await EventsAsync("sign-in-disowned")).ShouldBe(1);
        (await EventsAsync("locked")).ShouldBe(1);
        (await App.MailsAsync("security-desk@rental.example.jp")).ShouldHaveSingleItem().Text.ShouldContain(LoginId);
        (await App.MailsAsync(Address))[^1].Subject.ShouldStartWith("アカウントをロックしました");

        App.Time.Advance(TimeSpan.FromDays(2));
        await App.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);
        (await thief.TrySignInAsync(Site, LoginId, email: Address)).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Site, LoginId, email: Address)).ShouldBeRefused();

        await (await App.CreateBrowser().GetAsync("/t/rental/unlock")).Form("main form").Fill("Identifier", LoginId).Fill("Email", Address)
            .SubmitAsync();
        (await ResetAsync((await LinksAsync(Address))[^1], "Violet8642")).ShouldRedirectTo("/t/rental/reset/done");
        await App.CreateBrowser().SignInAsync(Site, LoginId, "Violet8642", email: Address);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task NOTICE_1_LOGIN_8_TheHomePageSaysWhatLockedIt_AndNotThatSomebodyFailed(int failures)
    {
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < failures; i++)
        {
            (await App.CreateBrowser().TrySignInAsync(Site, LoginId, "Wrong13579", email: Address)).ShouldBeRefused();
        }

        await ConfirmAsync((await LinksAsync(Address, "not-me"))[^1]);
        await RequestAsync();
        (await ResetAsync((await LinksAsync(Address))[^1], "Violet8642")).ShouldRedirectTo("/t/rental/reset/done");

        App.Time.Advance(TimeSpan.FromMinutes(1));
        var home = await App.CreateBrowser().SignInAsync(Site, LoginId, "Violet8642", email: Address);

        home.ShouldBeOk().ShouldShow("前回のログインの後に、ロックされました").ShouldShow("「心当たりのないログイン」の連絡を受け、ロックされました");
        home.ShouldNotShow("回失敗したため");
    }

    [Fact]
    public async Task NOTICE_1_RESET_2_WhoDisownsASignInSoonAfterAReset_IsNotToldToWaitForTheNext()
    {
        await App.ChangeProfileAsync(Site, profile => profile with { Recovery = profile.Recovery! with { PauseHoursAfterReset = 24 } });
        await RequestAsync();
        (await ResetAsync((await LinksAsync(Address))[^1], "Violet8642")).ShouldRedirectTo("/t/rental/reset/done");
        await App.CreateBrowser().SignInAsync(Site, LoginId, "Violet8642", email: Address);
        await RequestAsync();
        (await LinksAsync(Address)).Count.ShouldBe(1, "the pause stands while nobody disowns anything");

        await ConfirmAsync((await LinksAsync(Address, "not-me"))[^1]);
        await RequestAsync();

        (await ResetAsync((await LinksAsync(Address))[^1], "Orange1357")).ShouldRedirectTo("/t/rental/reset/done");
        await App.CreateBrowser().SignInAsync(Site, LoginId, "Orange1357", email: Address);
    }

    [Fact]
    public async Task NOTICE_1_StaffMayReleaseIt()
    {
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        await ConfirmAsync((await LinksAsync(Address, "not-me"))[^1]);
        await App.InTenantAsync(Site,
            async services => (await services.GetRequiredService<LockoutService>().ReleaseAsync(await UserAsync(services)))
            .ShouldBe(ReleaseOutcome.Released));
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
    }

    [Fact]
    public async Task NOTICE_1_RESET_4_LookingAtTheLinkLocksNobodyOut_AndItWorksOnceForSevenDays()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Site, LoginId, email: Address);
        var link = (await LinksAsync(Address, "not-me")).ShouldHaveSingleItem();
        for (var i = 0; i < 5; i++)
        {
            (await OpenAsync(link)).ShouldBeOk().ShouldShow("このログインに心当たりがありませんか");
        }

        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await OpenAsync(link)).ShouldBeOk();
        await ConfirmAsync(link);
        (await OpenAsync(link)).ShouldBeNotFound();
    }

    [Fact]
    public async Task NOTICE_1_TheLinkOutlivesThePasswordThatTheThiefSet()
    {
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        var link = (await LinksAsync(Address, "not-me")).ShouldHaveSingleItem();
        await App.InTenantAsync(Site, async services => (await UserAsync(services)).SecurityStamp = Tokens.Stamp());
        (await ConfirmAsync(link)).ShouldRedirectTo("/t/rental/not-me/done");
    }

    [Fact]
    public async Task NOTICE_1_AForgedOrForeignLinkIsDead()
    {
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Address);
        var link = (await LinksAsync(Address, "not-me")).ShouldHaveSingleItem();
        (await OpenAsync(link.Replace("/t/rental/", "/t/security/", StringComparison.Ordinal))).ShouldBeNotFound();
        (await OpenAsync("/t/rental/not-me/" + new string('x', 43))).ShouldBeNotFound().ShouldShow("有効期限切れか、使用済みです");
        (await (await OpenAsync(link)).Form("main form").Forge("link", Guid.NewGuid().ToString()).SubmitAsync())
            .ShouldRedirectTo("/t/rental/not-me");
        (await EventsAsync("sign-in-disowned")).ShouldBe(0);
    }

    private static async Task<PortalUser> UserAsync(IServiceProvider services) =>
        await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.UserName == LoginId);

    private async Task RequestAsync() =>
        await (await App.CreateBrowser().GetAsync("/t/rental/unlock")).Form("main form").Fill("Identifier", LoginId).Fill("Email", Address)
            .SubmitAsync();

    private async Task<PortalPage> ConfirmAsync(string link) => await (await OpenAsync(link)).ShouldBeOk().Form("main form").SubmitAsync();
}
