using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// Takes a mailed link's token out of the address bar at once (TR-12): it goes on in
/// a cookie of this browser, while the page has an address that may be shown, kept
/// and sent on. Looking at a link, as mail scanners do, changes nothing (TR-02).
/// </summary>
public sealed class LinkCookie(SealedCookie cookies, ICookieNames names)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private static readonly TimeSpan LanguageLife = TimeSpan.FromDays(365);
    private const int LongestToken = 100;

    /// <param name="step">What the link is for, such as "reset".</param>
    /// <param name="page">Where its page is, from "~/" on.</param>
    public SeeOtherResult Receive(HttpContext context, string step, string token, string page)
    {
        ArgumentNullException.ThrowIfNull(token);
        KeepLanguage(context);
        cookies.Set(context, Name(step), token.Length <= LongestToken ? token : "", Life);
        return new SeeOtherResult(page);
    }

    public string? Token(HttpContext context, string step) => cookies.Read(context, Name(step));

    public void Clear(HttpContext context, string step) => cookies.Clear(context, Name(step));

    /// <summary>
    /// The link names the language of its mail, which all pages behind it speak, also those after the act: as if it
    /// were chosen in this browser.
    /// </summary>
    private void KeepLanguage(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Query.ContainsKey("culture"))
        {
            context.Response.Cookies.Append(names.Name("culture"),
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.CurrentUICulture)),
                names.Options(context, life: LanguageLife, wholeSite: true));
        }
    }

    private static string Name(string step) => "link-" + step;
}
