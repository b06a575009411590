using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>
/// What tests of the user's own pages share: a user of tenant
/// `rental`, where a second factor is the user's choice, signed in.
/// </summary>
public abstract class OwnFactorsTest : SignInTest
{
    protected const string Rental = "rental";
    protected const string Owner = "R900001";
    protected const string Address = "taro@rental.example.jp";
    protected const string Mfa = "/t/rental/account/mfa";

    protected override Account Usual => new(Rental, Owner) { Email = Address };

    protected async Task<PortalBrowser> SignedInAsync()
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Rental, Owner, email: Address)).ShouldBeOk();
        return browser;
    }

    /// <summary>Through the steps, up to the page that asks for the first code.</summary>
    /// <returns>That page, and the secret that was shown.</returns>
    protected static async Task<(PortalPage Page, byte[] Secret)> ToVerifyAsync(PortalBrowser browser, string? name = "phone",
        string portal = "/t/rental")
    {
        ArgumentNullException.ThrowIfNull(browser);
        var prepare = (await browser.GetAsync(portal + "/account/mfa/totp/new")).ShouldBeOk();
        var scan = await (await prepare.Form("main form").SubmitAsync()).ShouldRedirectTo(portal + "/account/mfa/totp/new/scan")
            .FollowAsync();
        var secret = SecretText.Read(scan.Texts("main .p-code")[0]);
        var form = scan.Form("main form");
        return (await (await (name is null ? form : form.Fill("Name", name)).SubmitAsync())
            .ShouldRedirectTo(portal + "/account/mfa/totp/new/verify").FollowAsync(), secret);
    }

    /// <summary>Sets an app up, to the end.</summary>
    /// <returns>The answer to the first code.</returns>
    protected async Task<PortalPage> AddAppAsync(PortalBrowser browser, string? name = "phone", string portal = "/t/rental")
    {
        var (page, secret) = await ToVerifyAsync(browser, name, portal);
        return await page.Form("main form").Fill("Code", CodeOf(secret)).SubmitAsync();
    }

    protected string CodeOf(byte[] secret) => TotpCodes.At(secret, App.Time.GetUtcNow());

    protected Task<int> AppsAsync() =>
        App.QueryAsync(Rental, db => db.AuthenticatorApps.CountAsync(app => app.UserId == UserId && app.ConfirmedAt != null));

    protected async Task<int> MailsAsync(string subject) =>
        (await App.MailsAsync(Address)).Count(mail => mail.Subject.Contains(subject, StringComparison.Ordinal));
}
