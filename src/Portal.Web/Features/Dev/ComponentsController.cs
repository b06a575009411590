using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev;

/// <summary>Every component in every state, for eyes and for the browser tests.</summary>
[AllowAnonymous]
[DemonstrationOnly]
[Route("dev/components")]
public sealed class ComponentsController(IStringLocalizer<DevText> text, PageContext page, TenantCatalog tenants, CurrentTenant here)
    : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        Dress();
        return View("Components", new Gallery(text) { IsInPortal = here.IsSet, Portals = await PortalsAsync() });
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Send([Bind(Prefix = "Form")] GalleryForm? form)
    {
        form ??= new GalleryForm();
        foreach (var name in form.Missing())
            ModelState.AddModelError("Form." + name, text["Missing." + name]);
        if (!ModelState.IsValid)
        {
            Dress();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Components", new Gallery(text) { Form = form, IsInPortal = here.IsSet, Portals = await PortalsAsync() });
        }

        TempData.Success(text["Sent"]);
        return new SeeOtherResult(DevPaths.Components);
    }

    [HttpGet("auth")]
    public IActionResult Auth() => View("AuthSample", new Gallery(text));

    [HttpGet("admin")]
    public IActionResult Admin()
    {
        Dress();
        page.SideItems = page.NavItems;
        return View("AdminSample", new Gallery(text));
    }

    [HttpGet("confirm")]
    public IActionResult Confirm() => View("ConfirmSample");

    [HttpPost("confirm")]
    [ValidateAntiForgeryToken]
    public IActionResult Confirmed()
    {
        TempData.Success(text["Deleted"]);
        return new SeeOtherResult(DevPaths.Components);
    }

    [HttpPost("noted")]
    [ValidateAntiForgeryToken]
    public IActionResult Noted() => new SeeOtherResult(DevPaths.Components);

    private async Task<IReadOnlyList<PortalTenant>> PortalsAsync() => [.. await tenants.ListAsync(), await tenants.StaffRealmAsync()];

    // A frame with everything in it, as if somebody were signed in.
    private void Dress()
    {
        page.UserDisplayName = text["Person"];
        page.LoginId = "tanaka01";
        page.LogoutUrl = page.ExtendUrl = DevPaths.ComponentsNoted;
        page.IdleSeconds = 1800;
        page.NavItems = [new(text["Home"], DevPaths.Components, true), new(text["Cases"], DevPaths.ComponentsAuth, Count: 3),
            new(text["Confirm"], DevPaths.ComponentsConfirm), new(text["Admin"], DevPaths.ComponentsAdmin)];
        page.MenuItems = [new(text["Account"], DevPaths.Components), new(text["Security"], DevPaths.Components)];
        page.Banner = new BannerNotice(text["BannerTitle"], null, "Maintenance", DevPaths.Components, DevPaths.ComponentsNoted);
        page.Acting = new ActingNotice(text["Person"], DevPaths.ComponentsNoted);
        page.HelpUrl = DevPaths.Components;
    }
}
