using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Home;

/// <summary>The first page after signing in: greeting, what needs attention, the tenant's menu.</summary>
[ServedIn(Site.Tenant)]
public sealed class HomeController(HomePages pages, Menu menu, PageContext page, CurrentSession session, CurrentTenant tenant,
    IStringLocalizer<HomeText> text) : Controller
{
    [HttpGet("")]
    [AllowAnonymous]
    public IActionResult Root() =>
        new SeeOtherResult(session.IsSignedIn ? HomePaths.Home : SignInPaths.LoginOf(tenant.Value.DoorPath(session.End?.Door)));

    [HttpGet("home")]
    public async Task<IActionResult> Show() => View("Home", await pages.FillAsync());

    /// <summary>The quick box: a numbered menu can be typed as well as clicked (OPER-1).</summary>
    [HttpGet("menu")]
    public async Task<IActionResult> Go(string? code)
    {
        if (!tenant.Value.Has(TenantFeatures.Menu))
        {
            return NotFound();
        }

        if (menu.Find(code) is { } path)
        {
            return new SeeOtherResult(path);
        }

        page.TypedNumber = code ?? "";
        ModelState.AddModelError(nameof(code), string.IsNullOrWhiteSpace(code) ? text["EnterCode"] : text["NoSuchCode"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Home", await pages.FillAsync());
    }
}
