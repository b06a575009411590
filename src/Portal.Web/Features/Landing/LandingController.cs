using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Seed;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Landing;

/// <summary>The root, which is no portal: leads to the one somebody looks for (LAND-1 to 3).</summary>
[AllowAnonymous]
[ServedIn(Site.Outside)]
public sealed class LandingController(PortalFinder finder, TenantCatalog tenants, TenantLinks links, LastPortal lastPortal,
    KnownPages pages, IOptions<SiteOptions> options, IStringLocalizer<LandingText> text) : Controller
{
    private const int AccountsOfATile = 2;

    private string OwnHost => options.Value.BaseUrl!.Host;

    [HttpGet("")]
    public async Task<IActionResult> Show() => View("Landing", await FillAsync(new LandingPage()));

    [HttpPost("find")]
    public async Task<IActionResult> Find(LandingPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (await finder.FindAsync(page.Portal ?? "", OwnHost) is { } found)
        {
            lastPortal.Remember(HttpContext, found);
            return new SeeOtherResult(found.Profile.Host is null ? found.PathBase + "/" : links.To(found, "/").AbsoluteUri);
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(page.Portal), text[string.IsNullOrWhiteSpace(page.Portal) ? "EnterPortal" : "NotFound"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Landing", await FillAsync(page));
    }

    private async Task<LandingPage> FillAsync(LandingPage page)
    {
        if (options.Value.Demo)
        {
            page.Portals = [.. (await tenants.ListAsync()).Where(tenant => !tenant.Suspended).Select(Tile)];
            page.Others = [Link(await tenants.StaffRealmAsync()), .. Tools()];
        }

        return page;
    }

    private static PortalTile Tile(PortalTenant tenant) => new(tenant, [.. DemoAccounts.Of(tenant.Slug).Take(AccountsOfATile)
        .Select(account => new LandingLink(account.SignInWith, account.Who.ToString(),
            tenant.PathBase + SignInPaths.LoginAs(tenant.Door(account.Door).Path, account.LoginId).TrimStart('~')))]);

    private static LandingLink Link(PortalTenant tenant) =>
        new(tenant.Profile.Name.ToString(), tenant.Profile.Purpose.ToString(), tenant.PathBase + "/");

    private IEnumerable<LandingLink> Tools() => new LandingLink[]
    {
        new(text["Mailbox"], text["MailboxText"], "/dev/mailbox"),
        new(text["Phone"], text["PhoneText"], "/dev/phone"),
        new(text["Network"], text["NetworkText"], "/dev/network"),
        new(text["BackOffice"], text["BackOfficeText"], "/dev/backoffice"),
    }.Where(tool => pages.Has(tool.Href.TrimStart('/')));
}
