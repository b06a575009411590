using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Shared.Layout;

/// <summary>
/// What language and theme have in common: a small choice, kept for a year, and back to where one was.
/// </summary>
public abstract class PreferenceController(ICookieNames cookies) : Controller
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    protected void Keep(string name, string value) =>
        Response.Cookies.Append(cookies.Name(name), value, cookies.Options(HttpContext, httpOnly: true, life: Life, wholeSite: true));

    // Open redirect, and a way into another portal: only an address of this portal is followed.
    protected SeeOtherResult Back(string? returnUrl) => new(ReturnUrl.Safe(HttpContext, returnUrl));
}
