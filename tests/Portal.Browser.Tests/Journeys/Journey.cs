using System.Text.RegularExpressions;
using Portal.Web.Data.Seed;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Shouldly;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// Steps of the demonstration's stories, taken as a person takes them: by the page's own fields and buttons.
/// </summary>
internal static partial class Journey
{
    public static async Task SignInAsync(this Window window, string portal, string id, string password)
    {
        await window.GoAsync($"{portal}/login");
        await window.Page.FillAsync("main [autocomplete~=username]", id);
        await window.Page.FillAsync("main [autocomplete=current-password]", password);
        await window.PressAsync();
    }

    /// <summary>The main button of the page, and the page that it leads to.</summary>
    public static Task PressAsync(this Window window) => window.FollowAsync("main form[method=post] button[data-kind=primary]");

    public static async Task<string> TitleAsync(this Window window) => await window.Page.TitleAsync();

    public static string PathOf(this Window window) => new Uri(window.Page.Url).AbsolutePath;

    /// <summary>The demonstration's staff: password, then the code of the authenticator app.</summary>
    public static async Task SignInAsStaffAsync(this Window window, Site site, string address)
    {
        await window.SignInAsync("/admin", address, DemoAccounts.StaffPassword);
        window.PathOf().ShouldBe("/admin/login/totp");
        await window.Page.FillAsync("main [autocomplete=one-time-code]", await Authenticator.FreshCodeAsync(site.App, "admin", address));
        await window.PressAsync();
    }

    /// <summary>The second step by e-mail: the code from the caught mail.</summary>
    public static async Task EnterMailedCodeAsync(this Window window, Site site, string address)
    {
        window.PathOf().ShouldEndWith("/login/email-code");
        await window.Page.FillAsync("main [autocomplete=one-time-code]", await site.NewestMailAsync(address, SixDigits()));
        await window.PressAsync();
    }

    /// <summary>Opens the link that a mail brought.</summary>
    public static async Task FollowMailAsync(this Window window, Site site, string address, string path) =>
        await window.GoAsync(await site.NewestMailAsync(address, new Regex(Regex.Escape(path) + "[A-Za-z0-9_-]+")));

    /// <summary>Types a new password as often as the page asks for it.</summary>
    public static async Task SetPasswordAsync(this Window window, string password)
    {
        foreach (var field in await window.Page.Locator("main [autocomplete=new-password]").AllAsync())
        {
            await field.FillAsync(password);
        }

        await window.PressAsync();
    }

    /// <summary>What the owner copies out of the newest mail that has it.</summary>
    public static async Task<string> NewestMailAsync(this Site site, string to, Regex sought)
    {
        await site.App.SendMailAsync();
        return (await site.App.MailsAsync(to)).Select(mail => sought.Match(mail.Text)).Last(match => match.Success).Value;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    public static partial Regex SixDigits();

    [GeneratedRegex("(?m)^(?=[A-Za-z]*[0-9])[A-Za-z0-9]{12,20}(?=\\r?$)")]
    public static partial Regex TemporaryPassword();
}
