using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Landing;

/// <summary>
/// Where passkeys are made and kept, for password managers (W3C "Passkey Endpoints": JSON, no redirect). On the host
/// that tenants share it cannot name a portal, so it names addresses that lead to the one used last.
/// </summary>
[AllowAnonymous]
public sealed class PasskeyPlacesController(LastPortal lastPortal, TenantLinks links, CurrentTenant current, IOptions<SiteOptions> site)
    : Controller
{
    private const string Page = "/account/passkeys";

    [HttpGet(".well-known/passkey-endpoints")]
    public IActionResult Show() => current.OrNull switch
    {
        null => Json(Places(new Uri(site.Value.BaseUrl!, Page))),
        var tenant when tenant.OffersPasskeys() => Json(Places(links.To(tenant, Page))),
        _ => Json(new { }),
    };

    [HttpGet("account/passkeys")]
    [ServedIn(Site.Outside)]
    public Task<IActionResult> List() => LeadAsync(Page);

    [HttpGet("account/passkeys/new")]
    [ServedIn(Site.Outside)]
    public Task<IActionResult> Add() => LeadAsync(Page + "/new");

    private async Task<IActionResult> LeadAsync(string page) =>
        new SeeOtherResult(await lastPortal.FindAsync(HttpContext) is { } portal && portal.OffersPasskeys() ? portal.PathBase + page : "/");

    private static object Places(Uri page) => new { enroll = page + "/new", manage = page.ToString() };
}
