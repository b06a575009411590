using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.Bounces;

/// <summary>
/// What the tests of this folder share: an account of `rental`, and reports about the mails that it got.
/// </summary>
public abstract class BounceTest : SignInTest
{
    protected const string Rental = "rental";
    protected const string Owner = "R900001";
    protected const string Address = "taro@rental.example.jp";
    protected const string Email = "/t/rental/account/email";

    protected override Account Usual => new(Rental, Owner) { Email = Address, EmailConfirmed = false };

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Mail:Smtp:BounceAddress"] = "bounces+{tag}@portal.example.jp",
    };

    protected override string Shelf => "bounces";

    protected Task<DateTimeOffset?> BouncedAtAsync(Guid? id = null) =>
        App.World.Accounts.ReadAsync(id ?? UserId, user => user.EmailBouncedAt);

    /// <summary>Asks for a mail to the address that is registered.</summary>
    protected async Task<PortalBrowser> AskedAsync()
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Rental, Owner, email: Address)).ShouldBeOk();
        (await CheckAsync(browser)).ShouldRedirectTo(Email);
        return browser;
    }

    protected static async Task<PortalPage> CheckAsync(PortalBrowser browser) =>
        await (await browser.GetAsync(Email)).ShouldBeOk().Form("form[action$='/account/email/check']").SubmitAsync();

    /// <summary>The return path of the newest mail to an address.</summary>
    protected Task<string> ReturnPathAsync(string recipient = Address) => Bounce.ReturnPathAsync(App, recipient);

    protected Task<int> ReportAsync(string to, string report) => Bounce.ReportAsync(App, to, report);

    /// <summary>The report that the mailbox does not exist, about the newest mail.</summary>
    protected async Task BounceAsync() => (await ReportAsync(await ReturnPathAsync(), Bounce.Report())).ShouldBe(204);
}
