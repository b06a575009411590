using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class TrustingABrowser : SignInTest
{
    private const string Rental = "rental";
    private const string Owner = "R900001";
    private const string Address = "taro@rental.example.jp";

    protected override Account Usual => new(Rental, Owner) { Email = Address, HasApp = true };

    [Fact]
    public async Task MFA_2_ATrustedBrowser_IsNotAskedForThirtyDays()
    {
        var browser = await TrustingAsync();

        (await SignInAsync(browser)).ShouldBe("/t/rental/");
        (await App.QueryAsync(Rental,
            db => db.Sessions.OrderByDescending(row => row.Id).FirstAsync())).Method.ShouldBe(SignInMethod.TrustedBrowser);
        (await EventsAsync("browser-trusted")).ShouldBe(1);

        App.Time.Advance(TimeSpan.FromDays(30));
        (await SignInAsync(browser)).ShouldBe("/t/rental/login/totp");
    }

    [Fact]
    public async Task MF_12_AnotherBrowserIsAsked()
    {
        await TrustingAsync();
        (await SignInAsync(App.CreateBrowser())).ShouldBe("/t/rental/login/totp");
    }

    [Fact]
    public async Task MF_12_TheCookieIsGoodForItsOwnAccountAlone()
    {
        await new Account(Rental, "R900002") { Email = Address, HasApp = true }.AddToAsync(App);
        var browser = await TrustingAsync();

        (await browser.TrySignInAsync(Rental, "R900002", email: Address)).ShouldRedirectTo("/t/rental/login/totp");
    }

    [Fact]
    public async Task MF_12_AChangeOfThePassword_EndsTheTrust()
    {
        var browser = await TrustingAsync();
        await App.QueryAsync(Rental,
            db => db.Users.Where(user => user.Id == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, Tokens.Stamp())));

        (await SignInAsync(browser)).ShouldBe("/t/rental/login/totp");
    }

    [Fact]
    public async Task MF_12_AShorterPolicyCountsAtOnce()
    {
        var browser = await TrustingAsync();
        App.Time.Advance(TimeSpan.FromDays(2));
        await App.ChangeProfileAsync(Rental, profile => profile with { SecondFactor = profile.SecondFactor with { TrustBrowserDays = 1 } });

        (await SignInAsync(browser)).ShouldBe("/t/rental/login/totp");
    }

    [Fact]
    public async Task MFA_2_WhereTheTenantTrustsNoBrowser_NothingIsOfferedAndAForgedWishDoesNothing()
    {
        await App.ChangeProfileAsync(Rental,
            profile => profile with { SecondFactor = profile.SecondFactor with { TrustBrowserDays = null } });
        var browser = App.CreateBrowser();
        await SignInAsync(browser);
        var page = await browser.GetAsync("/t/rental/login/totp");
        page.Has("input[name=Trust]").ShouldBeFalse();
        await page.Form().Fill("Code", Authenticator.Code(App)).Forge("Trust", "true").SubmitAsync();
        await SignOutAsync(browser);

        (await SignInAsync(browser)).ShouldBe("/t/rental/login/totp");
    }

    private async Task<PortalBrowser> TrustingAsync()
    {
        var browser = App.CreateBrowser();
        await SignInAsync(browser);
        (await (await browser.GetAsync("/t/rental/login/totp")).Form().Fill("Code", Authenticator.Code(App)).Check("Trust").SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);
        await SignOutAsync(browser);
        return browser;
    }

    private static async Task SignOutAsync(PortalBrowser browser) =>
        await (await browser.GetAsync("/t/rental/home")).Form("form[action$='/logout']").SubmitAsync();

    private static async Task<string?> SignInAsync(PortalBrowser browser) =>
        (await browser.TrySignInAsync(Rental, Owner, email: Address)).Location;
}
