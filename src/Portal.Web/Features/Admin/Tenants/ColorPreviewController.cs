using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Brands;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>
/// The shades of a colour that is not saved yet, as a file: pages have no style of their own (ADMIN-10).
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[BackgroundRequest]
public sealed class ColorPreviewController : Controller
{
    [HttpGet("color-preview.css")]
    [Download]
    public IActionResult Show(string? color) => color is not null && BrandColor.IsColor(color)
        ? Content(BrandSheet.Write(".p-sample", BrandPalette.Of(Rgb.Parse(color))), "text/css; charset=utf-8")
        : NotFound();
}
