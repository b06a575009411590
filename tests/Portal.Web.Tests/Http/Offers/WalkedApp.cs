using System.Text.RegularExpressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Seed;

namespace Portal.Web.Tests.Http.Offers;

/// <summary>One demonstration for all walks: they change nothing but what signing in leaves.</summary>
public sealed partial class WalkedApp : IAsyncLifetime
{
    public PortalApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        App = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" }, OnlyAsked.Add);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Signs in with everything that is asked for on the way.</summary>
    internal async Task<PortalPage> SignInAsync(PortalBrowser browser, DemoAccount account)
    {
        var door = account is { Tenant: "officephone", Door: "email" or "user" } ? account.Door : "";
        var before = (await App.MailsAsync()).Select(mail => mail.Id).ToHashSet();
        var page = await browser.SignInAsync(account.Tenant, account.LoginId, account.Password!, account.Second, door);
        if (!page.Address.AbsolutePath.EndsWith("/login/email-code", StringComparison.Ordinal))
        {
            return page;
        }

        var mail = (await App.MailsAsync()).Last(mail => !before.Contains(mail.Id) && SixDigits().IsMatch(mail.Text));
        return await (await page.Form().Fill("Code", SixDigits().Match(mail.Text).Value).SubmitAsync()).FollowAsync();
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
