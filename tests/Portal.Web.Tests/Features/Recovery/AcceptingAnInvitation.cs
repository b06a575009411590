using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>The first password, set from an invitation.</summary>
public sealed class AcceptingAnInvitation : ResetTest
{
    protected override Account Usual =>
        new(Tenant, "guest@example.jp.cs")
        {
            Email = "guest@example.jp",
            Password = null,
            EmailConfirmed = false,
            With = user => user.Language = "en"
        };

    [Fact]
    public async Task CONT_2_TR_22_TheInvitationSetsTheFirstPassword_Once()
    {
        var link = await InviteAsync();
        var mail = (await App.MailsAsync("guest@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("Set your password");
        mail.Text.Replace("\u200B", "", StringComparison.Ordinal).ShouldContain("guest@example.jp.cs");

        (await ResetAsync(link)).ShouldRedirectTo("/t/security/invite/done");
        (await EventsAsync("account-activated")).ShouldBe(1);
        var user = await App.World.Accounts.GetAsync(UserId);
        user.EmailConfirmedAt.ShouldNotBeNull();
        user.MustChangePassword.ShouldBeFalse();
        user.PasswordChangedAt.ShouldNotBeNull();
        ShouldBeDead(await OpenAsync(link));
        (await App.CreateBrowser().TrySignInAsync(Tenant, "guest@example.jp.cs", Fresh)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task CONT_2_PROF_1_TheInvitationOpensInTheLanguageOfItsMail_UntilAllIsDone()
    {
        await InviteAsync();
        var mail = (await App.MailsAsync("guest@example.jp")).ShouldHaveSingleItem();
        var link = new Uri(mail.Text.Split('\n').Single(line => line.Contains("/invite/", StringComparison.Ordinal)).Trim());
        var page = await OpenAsync(link.PathAndQuery);

        page.ShouldBeOk().Find("html").GetAttribute("lang").ShouldBe("en");
        page.Address.Query.ShouldBe("");
        var refused = await Fill(page, "abc").SubmitAsync();
        refused.ShouldBeRefused().Find("html").GetAttribute("lang").ShouldBe("en");
        (await (await Fill(page).SubmitAsync()).FollowAsync()).ShouldBeOk().Find("html").GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task PASS_2_AFirstPassword_IsComparedWithNone()
    {
        var page = (await OpenAsync(await InviteAsync())).ShouldBeOk();

        page.ShouldNotShow("現在のパスワードと異なる").ShouldNotShow("回に使ったパスワードと異なる");
    }

    [Fact]
    public async Task USER_3_SentAgain_TheFormerLinkIsDead()
    {
        var first = await InviteAsync();
        App.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await InviteAsync();
        ShouldBeDead(await OpenAsync(first));
        (await OpenAsync(second)).ShouldBeOk().ShouldShow("初回登録");
        App.Time.Advance(TimeSpan.FromMinutes(61));
        ShouldBeDead(await OpenAsync(second));
    }

    [Fact]
    public async Task TR_22_DeletingTheUserKillsIt()
    {
        var link = await InviteAsync();
        await App.QueryAsync(Tenant, db => db.Users.Where(user => user.Id == UserId).ExecuteDeleteAsync());
        ShouldBeDead(await OpenAsync(link));
    }

    [Fact]
    public async Task AnInvitationIsNoResetLink()
    {
        var link = await InviteAsync();
        ShouldBeDead(await OpenAsync(link.Replace("/invite/", "/reset/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CONT_2_InSomebodyElsesSession_ItSaysWhose_AndLeadsToTheSignInOfTheInvited()
    {
        var boss = await new Account(Tenant, "boss.test.cs") { Email = "boss@example.jp" }.AddToAsync(App);
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile() });
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, "boss.test.cs")).ShouldBeOk();
        var page = await OpenAsync(browser, await InviteAsync());
        page.ShouldBeOk().ShouldShow("いまは「boss.test.cs」としてログインしています").ShouldShow("この招待は「guest@example.jp.cs」のものです");

        var done = await (await Fill(page).SubmitAsync()).FollowAsync();
        done.ShouldBeOk().ShouldShow("「boss.test.cs」としてログインしたまま");
        var signIn = (await done.ClickAsync("ログイン画面へ")).ShouldBeOk();
        (await signIn.Form("main form").Fill("Identifier", "guest@example.jp.cs").Fill("Password", Fresh).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);

        (await browser.GetAsync("/t/security/home")).ShouldBeOk();
        (await App.QueryAsync(Tenant, db => db.Sessions.Where(row => row.EndedAt == null)
            .Where(row => row.UserId == boss || row.UserId == UserId).Select(row => row.UserId).ToListAsync()))
            .ShouldBe([UserId]);
    }

    [Fact]
    public async Task CONT_2_InNobodysSession_ItSaysNothingOfOne()
    {
        (await OpenAsync(await InviteAsync())).ShouldBeOk().ShouldNotShow("としてログインしています");
    }

    private async Task<string> InviteAsync()
    {
        await App.InTenantAsync(Tenant, async services =>
            await services.GetRequiredService<InvitationService>()
                .InviteAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == UserId)));
        return (await LinksAsync("guest@example.jp", "invite"))[^1];
    }
}
