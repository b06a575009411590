using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class KeepingRecoveryCodes : OwnFactorsTest
{
    private const string Codes = "/t/rental/account/recovery-codes";

    [Fact]
    public async Task MFA_1_TenCodesAreShownOnce_AndEachSignsIn()
    {
        var browser = await SignedInAsync();
        var page = await (await AddAppAsync(browser)).FollowAsync();

        var codes = page.Texts("main .p-codes code");
        codes.Count.ShouldBe(10);
        codes.ShouldAllBe(code => code.Length == 19);
        page.Headers["Cache-Control"].ShouldContain("no-store");
        (await browser.GetAsync(Codes)).ShouldBeOk().ShouldShow("残り10個").Has("main .p-codes").ShouldBeFalse();

        var other = App.CreateBrowser();
        await other.TrySignInAsync(Rental, Owner, email: Address);
        (await (await other.GetAsync("/t/rental/login/recovery-code")).Form().Fill("Code", codes[9]).SubmitAsync())
            .ShouldRedirectTo("/t/rental/");
    }

    [Fact]
    public async Task MFA_1_TheCodesAreSavedAsAFile()
    {
        var page = await (await AddAppAsync(await SignedInAsync())).FollowAsync();
        var file = await page.Form("main form[action$='/file']").SubmitAsync();

        file.ShouldBeOk().Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        file.Headers["Content-Disposition"].ShouldContain("attachment");
        var text = Encoding.UTF8.GetString(file.Content);
        page.Texts("main .p-codes code").ShouldAllBe(code => text.Contains(code));
        text.ShouldContain(Owner);
    }

    [Fact]
    public async Task MFA_1_MFA_6_SAFE_2_WhoWritesThemDownSlowly_LosesNone()
    {
        var browser = await SignedInAsync();
        var page = await (await AddAppAsync(browser)).FollowAsync();
        App.Time.Advance(TimeSpan.FromMinutes(12));

        var file = (await page.Form("main form[action$='/file']").SubmitAsync()).ShouldBeOk();
        page.Texts("main .p-codes code").ShouldAllBe(code => Encoding.UTF8.GetString(file.Content).Contains(code));
        var again = (await page.Form("main form[action$='/saved']").SubmitAsync()).ShouldBeRefused();
        again.Texts("main .p-codes code").Count.ShouldBe(10);
        (await browser.GetAsync(Codes)).Location.ShouldNotBeNull().ShouldContain("/reauth", Case.Sensitive, "new ones need a proof");
    }

    [Fact]
    public async Task PROF_2_MFA_1_TheFileSaysWhenInTheReadersOwnZone()
    {
        await App.World.Accounts.ChangeAsync(UserId, user => user.TimeZone, "Europe/Berlin");
        var page = await (await AddAppAsync(await SignedInAsync())).FollowAsync();

        var file = (await page.Form("main form[action$='/file']").SubmitAsync()).ShouldBeOk();

        Encoding.UTF8.GetString(file.Content).ShouldContain("2026-05-13 03:00 +02:00");
    }

    [Fact]
    public async Task MFA_1_TheUserSaysThatTheyAreSaved()
    {
        var page = await (await AddAppAsync(await SignedInAsync())).FollowAsync();
        var again = (await page.Form("main form[action$='/saved']").SubmitAsync()).ShouldBeRefused().ShouldShow("安全な場所に保存しました」を選択してください");
        again.Texts("main .p-codes code").ShouldBe(page.Texts("main .p-codes code"));

        (await again.Form("main form[action$='/saved']").Check("Saved").SubmitAsync()).ShouldRedirectTo("/t/rental/account/security");
    }

    [Fact]
    public async Task MF_13_MakingNewOnes_KillsTheFormer_AndMails()
    {
        var browser = await SignedInAsync();
        await (await AddAppAsync(browser)).FollowAsync();
        var former = await App.QueryAsync(Rental, db => db.RecoveryCodes.Select(code => code.Id).ToListAsync());

        (await (await browser.GetAsync(Codes)).ShouldShow("以前の回復コードは使えなくなります").Form("main form").SubmitAsync()).ShouldRedirectTo(Codes);

        (await App.QueryAsync(Rental, db => db.RecoveryCodes.CountAsync(code => former.Contains(code.Id)))).ShouldBe(0);
        (await EventsAsync("recovery-codes-made")).ShouldBe(2);
        (await MailsAsync("回復コードを作成しました")).ShouldBe(2);
    }

    [Fact]
    public async Task MFA_1_WithoutAnotherMethod_ThereIsNothingToStandInFor()
    {
        var browser = await SignedInAsync();
        var page = (await browser.GetAsync(Codes)).ShouldBeOk().ShouldShow("先に、認証アプリなどを登録してください");
        page.Has("main form[action$='/recovery-codes']").ShouldBeFalse();

        var token = (await browser.GetAsync(Mfa + "/totp/new")).Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await browser.PostAsync(Codes, [new("__RequestVerificationToken", token)])).ShouldBeRefused();
        (await App.QueryAsync(Rental, db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task MFA_1_AnotherUsersSheet_OpensNothing()
    {
        await new Account(Rental, "R900002") { Email = Address }.AddToAsync(App);
        var page = await (await AddAppAsync(await SignedInAsync())).FollowAsync();
        var stolen = page.Find("main input[name=SheetToken]").GetAttribute("value")!;
        var other = App.CreateBrowser();
        await other.SignInAsync(Rental, "R900002", email: Address);
        var token = (await other.GetAsync(Mfa + "/totp/new")).Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!;

        (await other.PostAsync(Codes + "/file", [new("__RequestVerificationToken", token), new("SheetToken", stolen)]))
            .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Codes);
    }
}
