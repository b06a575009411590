using System.Net;
using Portal.TestKit.Web;

namespace Portal.TestKit.Accounts;

/// <summary>Signing in as a story: through the page, its form and its token.</summary>
public static class SignIns
{
    /// <param name="tenant">A slug, or "admin" for the staff.</param>
    /// <param name="door">The path of the door; empty is the first.</param>
    public static async Task<PortalPage> TrySignInAsync(this PortalBrowser browser, string tenant, string identifier,
        string password = Account.UsualPassword, string? email = null, string door = "", string query = "")
    {
        ArgumentNullException.ThrowIfNull(browser);
        var page = await browser.GetAsync(PathOf(tenant) + "/login" + (door.Length > 0 ? "/" + door : "") + query);
        var form = page.ShouldBeOk().Form("main form").Fill("Identifier", identifier).Fill("Password", password);
        return await (email is null ? form : form.Fill("Email", email)).SubmitAsync();
    }

    /// <summary>
    /// Signs in and arrives at the page behind the door; where an authenticator app is asked for, its code is entered
    /// on the way.
    /// </summary>
    public static async Task<PortalPage> SignInAsync(this PortalBrowser browser, string tenant, string identifier,
        string password = Account.UsualPassword, string? email = null, string door = "")
    {
        var answer = await browser.TrySignInAsync(tenant, identifier, password, email, door);
        answer.ShouldBe(HttpStatusCode.SeeOther);
        var page = await answer.FollowAsync();
        return page.Address.AbsolutePath == PathOf(tenant) + "/login/totp"
            ? await browser.EnterAppCodeAsync(page, tenant, identifier)
            : page;
    }

    private static async Task<PortalPage> EnterAppCodeAsync(this PortalBrowser browser, PortalPage page, string tenant, string loginId)
    {
        var code = await Authenticator.FreshCodeAsync(browser.App, tenant, loginId);
        return await (await page.Form().Fill("Code", code).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther).FollowAsync();
    }

    public static string PathOf(string tenant) => tenant == "admin" ? "/admin" : "/t/" + tenant;
}
