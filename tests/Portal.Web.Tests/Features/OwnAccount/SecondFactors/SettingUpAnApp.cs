using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class SettingUpAnApp : OwnFactorsTest
{
    [Fact]
    public async Task MFA_3_ThreeStepsSetAnAppUp_AndTheNextSignInAsksForIt()
    {
        var browser = await SignedInAsync();
        var (page, secret) = await ToVerifyAsync(browser, "会社のスマートフォン");
        page.ShouldShow("会社のスマートフォン");

        (await page.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync()).ShouldRedirectTo("/t/rental/account/recovery-codes");

        (await AppsAsync()).ShouldBe(1);
        (await EventsAsync("factor-added")).ShouldBe(1);
        (await MailsAsync("確認方法を追加しました")).ShouldBe(1);
        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/login/totp");
    }

    [Fact]
    public async Task MFA_3_TheAppShowsTheTenantsNameAndTheLoginId()
    {
        var browser = await SignedInAsync();
        var scan = await (await (await browser.GetAsync(Mfa + "/totp/new")).Form("main form").SubmitAsync()).FollowAsync();

        var key = scan.Texts("main .p-code")[0];
        key.ShouldMatch("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$");
        scan.Find("main a[href^='otpauth:']").GetAttribute("href")
            .ShouldBe(OtpAuthUri.For("Rental Member Orders", Owner, key.Replace(" ", "", StringComparison.Ordinal)));
        scan.Has("main svg[role=img] path").ShouldBeTrue();
        scan.Headers["Cache-Control"].ShouldContain("no-store");
    }

    [Fact]
    public async Task MF_10_WithoutTheFirstCode_TheSecretSignsNobodyIn()
    {
        await ToVerifyAsync(await SignedInAsync());

        (await App.CreateBrowser().TrySignInAsync(Rental, Owner, email: Address)).ShouldRedirectTo("/t/rental/");
        (await AppsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task MF_10_OnceConfirmed_TheSecretIsShownNoMore_AndItIsStoredEncrypted()
    {
        var browser = await SignedInAsync();
        var (page, secret) = await ToVerifyAsync(browser);
        await page.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync();

        (await browser.GetAsync(Mfa + "/totp/new/scan")).ShouldRedirectTo("/t/rental/account/mfa/totp/new");
        var stored = (await App.QueryAsync(Rental, db => db.AuthenticatorApps.SingleAsync())).ProtectedSecret;
        stored.AsSpan().IndexOf(secret).ShouldBe(-1);
    }

    [Fact]
    public async Task MF_10_ASetUpThatTookTooLong_BeginsAnew()
    {
        var browser = await SignedInAsync();
        await App.QueryAsync(Rental, db => db.AuthenticatorApps.CountAsync());
        var (page, secret) = await ToVerifyAsync(browser);
        await App.QueryAsync(Rental,
            db => db.AuthenticatorApps.ExecuteUpdateAsync(set => set.SetProperty(app => app.CreatedAt,
                app => app.CreatedAt.AddMinutes(-16))));

        var again = await page.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync();

        (await again.ShouldRedirectTo("/t/rental/account/mfa/totp/new").FollowAsync()).ShouldShow("設定が途中で終わったため");
    }

    [Theory]
    [InlineData("/account/mfa/totp/new")]
    [InlineData("/account/mfa/email")]
    [InlineData("/account/recovery-codes")]
    public async Task MF_10_MFA_6_TenMinutesAfterTheLastProof_ItIsAskedForAgain(string path)
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        (await browser.GetAsync("/t/rental" + path)).ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith("/t/rental/reauth?next=");
    }

    [Fact]
    public async Task MF_02_TheFirstCodeIsUsedUp()
    {
        var browser = await SignedInAsync();
        var (page, secret) = await ToVerifyAsync(browser);
        var code = CodeOf(secret);
        await page.Form("main form").Fill("Code", code).SubmitAsync();

        var other = App.CreateBrowser();
        var step = await (await other.TrySignInAsync(Rental, Owner, email: Address)).FollowAsync();
        (await step.Form().Fill("Code", code).SubmitAsync()).ShouldBeRefused();
    }

    [Theory]
    [InlineData("", "確認コードを入力してください")]
    [InlineData("000000", "確認コードが正しくありません")]
    [InlineData("12345", "確認コードが正しくありません")]
    public async Task MFA_3_AWrongFirstCode_IsRefused(string typed, string message)
    {
        var (page, _) = await ToVerifyAsync(await SignedInAsync());
        (await page.Form("main form").Fill("Code", typed).SubmitAsync()).ShouldBeRefused().ShouldShow(message);
        (await AppsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "端末の名前を入力してください")]
    [InlineData("0123456789012345678901234567890123456789x", "端末の名前は40文字以内で入力してください（現在41文字）")]
    public async Task MFA_3_ADeviceNeedsAName(string name, string message)
    {
        var scan = await (await (await (await SignedInAsync()).GetAsync(Mfa + "/totp/new")).Form("main form").SubmitAsync()).FollowAsync();
        (await scan.Form("main form").Fill("Name", name).SubmitAsync()).ShouldBeRefused().ShouldShow(message);
    }

    [Fact]
    public async Task MFA_3_ANameThatIsFreeIsSuggested()
    {
        var browser = await SignedInAsync();
        for (var i = 0; i < 2; i++)
        {
            var (page, secret) = await ToVerifyAsync(browser, name: null);
            (await page.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        }

        var names = await App.World.AuthenticatorApps.AskAsync(apps =>
            apps.OrderBy(app => app.CreatedAt).ThenBy(app => app.Id).Select(app => app.Name));
        names.ShouldBe(["認証アプリ", "認証アプリ 2"]);
    }

    [Fact]
    public async Task MFA_3_SeveralDevices_EachWithItsName_UpToFive()
    {
        var browser = await SignedInAsync();
        for (var i = 1; i <= 5; i++)
        {
            (await AddAppAsync(browser, $"device {i}")).ShouldBe(HttpStatusCode.SeeOther);
        }

        (await browser.GetAsync(Mfa)).ShouldShow("device 1").ShouldShow("device 5");
        (await (await browser.GetAsync(Mfa + "/totp/new")).Form("main form").SubmitAsync()).ShouldBeRefused().ShouldShow("5台まで");
    }

    [Fact]
    public async Task MF_11_OtherSessionsEndUnlessTheUserKeepsThem()
    {
        var (browser, other) = (await SignedInAsync(), await SignedInAsync());
        var (page, secret) = await ToVerifyAsync(browser);
        await page.Form("main form").Uncheck("EndOthers").Fill("Code", CodeOf(secret)).SubmitAsync();
        (await other.GetAsync("/t/rental/home")).ShouldBeOk();

        await AddAppAsync(browser, "second");
        (await other.GetAsync("/t/rental/home")).ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
    }

    [Fact]
    public async Task LOGIN_6_TheSessionGoesOnUnderANewId()
    {
        var browser = await SignedInAsync();
        var former = await App.QueryAsync(Rental, db => db.Sessions.SingleAsync());
        await AddAppAsync(browser);

        var sessions = await App.QueryAsync(Rental, db => db.Sessions.OrderBy(row => row.Id).ToListAsync());
        (sessions.Count, sessions[0].EndReason, sessions[1].FactorProvenAt).ShouldBe((2, "completed", App.Time.GetUtcNow()));
        sessions[1].SidHash.ShouldNotBe(former.SidHash);
    }

    [Theory]
    [InlineData("control", "")]
    [InlineData("control", "/totp/new")]
    [InlineData("control", "/email")]
    [InlineData("homephone", "")]
    public async Task MFA_1_WhereThereAreNoSecondFactors_ThereAreNoPages(string tenant, string path)
    {
        await new Account(tenant, "N9009009").AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(tenant, "N9009009");

        (await browser.GetAsync($"/t/{tenant}/account/mfa{path}")).ShouldBeNotFound();
        (await browser.GetAsync($"/t/{tenant}/account/recovery-codes")).ShouldBeNotFound();
        (await browser.GetAsync($"/t/{tenant}/account/security")).ShouldBeOk().Body.ShouldNotContain("account/mfa");
    }

    [Fact]
    public async Task MF_16_WhereTheTenantAcceptsNoApps_NoneCanBeSetUp()
    {
        await App.ChangeProfileAsync(Rental,
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["emailCode"] } });
        var browser = await SignedInAsync();

        (await browser.GetAsync(Mfa + "/totp/new")).ShouldBeNotFound();
        (await browser.GetAsync("/t/rental/account/recovery-codes")).ShouldBeNotFound();
        (await browser.GetAsync(Mfa)).ShouldBeOk().ShouldNotShow("認証アプリを登録");
    }

    [Fact]
    [Trait("Review", "F21")]
    public async Task MFA_3_ASetUpBegunAgainInAnotherTab_SaysSo_AndIsFinishedWithTheNewSecret()
    {
        var browser = await SignedInAsync();
        var (first, secret) = await ToVerifyAsync(browser, "first");
        var (second, newer) = await ToVerifyAsync(browser, "second");

        var answer = await first.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync();

        answer.ShouldRedirectTo("/t/rental/account/mfa/totp/new/scan");
        (await answer.FollowAsync()).ShouldShow("登録がほかの画面でやり直されました");
        (await AppsAsync()).ShouldBe(0);
        await second.Form("main form").Fill("Code", CodeOf(newer)).SubmitAsync();
        (await AppsAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "F21")]
    public async Task MFA_3_ANameForASetUpBegunAgain_IsNotGivenToTheOtherSecret()
    {
        var browser = await SignedInAsync();
        var scan = await (await (await browser.GetAsync(Mfa + "/totp/new")).Form("main form").SubmitAsync()).FollowAsync();
        await (await browser.GetAsync(Mfa + "/totp/new")).Form("main form").SubmitAsync();

        (await scan.Form("main form").Fill("Name", "old").SubmitAsync()).ShouldRedirectTo("/t/rental/account/mfa/totp/new/scan");
        (await App.QueryAsync(Rental, db => db.AuthenticatorApps.SingleAsync())).Name.ShouldBe("");
    }
}
