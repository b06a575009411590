using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Languages;

/// <summary>
/// The language of a page: the address, then the signed-in user's
/// profile, then the browser's choice here, then the portal's own.
/// </summary>
internal static class LanguageChoice
{
    private static readonly string[] Known = ["ja", "en"];

    private static readonly FrozenDictionary<string, CultureInfo> Cultures =
        Known.ToFrozenDictionary(name => name, CultureInfo.GetCultureInfo);

    /// <summary>
    /// Sets the culture of the request. The framework's own middleware makes a new one each time, and with it what it
    /// knows of numbers and dates.
    /// </summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures[Choose(context)];
        return next(context);
    }

    private static string Choose(HttpContext context)
    {
        var tenant = context.RequestServices.GetRequiredService<CurrentTenant>().OrNull;
        var offered = tenant?.Profile.Languages ?? Known;
        string?[] wishes =
        [
            context.Request.Query["culture"],
            context.RequestServices.GetRequiredService<CurrentSession>().Language,
            FromCookie(context),
        ];
        return wishes.FirstOrDefault(wish => wish is not null && offered.Contains(wish)) ?? tenant?.Profile.DefaultLanguage ?? Known[0];
    }

    private static string? FromCookie(HttpContext context)
    {
        var name = context.RequestServices.GetRequiredService<ICookieNames>().Name("culture");
        return RequestCookie.Single(context, name) is { } value
            ? CookieRequestCultureProvider.ParseCookieValue(value)?.UICultures.FirstOrDefault().Value
            : null;
    }
}
