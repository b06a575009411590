using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class RemovingAFactor : OwnFactorsTest
{
    [Fact]
    public async Task MF_11_RemovingAnApp_IsRecordedMailedAndEndsTrustAndRecoveryCodes()
    {
        var browser = await SignedInAsync();
        await AddAppAsync(browser, "old phone");
        (await App.QueryAsync(Rental, db => db.RecoveryCodes.CountAsync())).ShouldBe(10);

        var page = await (await browser.GetAsync(Mfa)).ClickAsync("main a[href$='/delete']");
        page.ShouldBeOk().ShouldShow("old phone");
        (await page.Form("main form").SubmitAsync()).ShouldRedirectTo(Mfa);

        (await AppsAsync()).ShouldBe(0);
        (await EventsAsync("factor-removed")).ShouldBe(1);
        (await MailsAsync("確認方法を解除しました")).ShouldBe(1);
        (await App.MailsAsync(Address)).ShouldContain(mail => mail.Subject.Contains("確認方法を解除しました")
            && mail.Text.Contains("確認方法: 認証アプリ") && mail.Text.Contains("名前: old phone"));
        (await App.QueryAsync(Rental, db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/");
    }

    [Fact]
    public async Task MF_12_AnyChangeOfTheFactors_EndsTrustedBrowsers()
    {
        var browser = await SignedInAsync();
        await AddAppAsync(browser);
        await App.InTenantAsync(Rental, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == UserId);
            services.GetRequiredService<TrustedBrowsers>().Trust(user);
        });
        (await browser.GetAsync("/t/rental/account/security")).ShouldShow("確認を省略するブラウザー");

        await AddAppAsync(browser, "another");

        (await browser.GetAsync("/t/rental/account/security")).ShouldNotShow("確認を省略するブラウザー");
    }

    [Fact]
    public async Task MF_21_TheLastFactorStays_WhereThePolicyDemandsOne()
    {
        var id = await new Account("admin", "agent@portal.test")
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = "agent@portal.test",
            HasApp = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("admin", "agent@portal.test");
        var page = await (await browser.GetAsync("/admin/account/mfa")).ShouldBeOk().ClickAsync("main a[href$='/delete']");

        (await page.Form("main form").SubmitAsync()).ShouldBeRefused().ShouldShow("最後の確認方法は解除できません");

        (await App.World.AuthenticatorApps.CountAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task MF_21_OfTheLastTwoRemovedAtOnce_OneStays()
    {
        await using var node = App.SecondNode();
        var id = await new Account("admin", "agent@portal.test")
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = "agent@portal.test",
            HasApp = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("admin", "agent@portal.test");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await AddAppAsync(browser, "second", "/admin");
        var forms = new List<PortalForm>();
        foreach (var link in (await browser.GetAsync("/admin/account/mfa")).Document.QuerySelectorAll("main a[href$='/delete']")
            .Select(link => link.GetAttribute("href")!))
        {
            forms.Add((await (forms.Count == 0 ? browser : browser.At(node)).GetAsync(link)).Form("main form").Uncheck("EndOthers"));
        }

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        (await App.World.AuthenticatorApps.CountAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_01_AnAppOfSomebodyElse_IsNotThere()
    {
        var other = await new Account(Rental, "R900002") { Email = Address, HasApp = true }.AddToAsync(App);
        var app = await App.World.AuthenticatorApps.ReadAsync(other, app => app.Id);

        (await (await SignedInAsync()).GetAsync($"{Mfa}/totp/{app}/delete")).ShouldBeNotFound();
    }

    [Fact]
    public async Task USER_4_AOneTimeCodeAtSignIn_IsSwitchedOnAndOff()
    {
        var browser = await SignedInAsync();
        var page = (await browser.GetAsync(Mfa + "/email")).ShouldBeOk();
        (await page.Form("main form").Choose("On", "true").SubmitAsync()).ShouldRedirectTo(Mfa);
        (await EventsAsync("factor-added")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/login/email-code");

        (await (await browser.GetAsync(Mfa + "/email")).Form("main form").Choose("On", "false").SubmitAsync()).ShouldRedirectTo(Mfa);
        (await EventsAsync("factor-removed")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/");
    }

    [Fact]
    public async Task USER_4_WithoutAProvenAddress_NoCodesAreSwitchedOn()
    {
        await App.QueryAsync(Rental,
            db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmedAt, (DateTimeOffset?)null)));

        (await (await (await SignedInAsync()).GetAsync(Mfa + "/email")).Form("main form").Choose("On", "true").SubmitAsync())
            .ShouldBeRefused().ShouldShow("確認済みのメールアドレスがない");
    }

    [Fact]
    public async Task USER_4_WhereAFactorIsDemanded_ThereIsNothingToSwitch()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Mfa + "/email")).Form("main form");
        await App.QueryAsync(Rental, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.MustHaveSecondFactor, true)));
        await App.QueryAsync(Rental,
            db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.FactorProvenAt, App.Time.GetUtcNow())));

        (await browser.GetAsync(Mfa + "/email")).ShouldBeOk().Has("main input[name=On]").ShouldBeFalse();
        (await form.Choose("On", "false").SubmitAsync()).ShouldBeRefused();
    }
}
