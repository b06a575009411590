using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Brands;

namespace Portal.Web.Features.Shared.Brands;

/// <summary>All faces, each under a class of its own: pages of the demonstration show them side by side.</summary>
[AllowAnonymous]
[DemonstrationOnly]
[BackgroundRequest]
[OwnTransaction]
public sealed class BrandsController(TenantCatalog tenants) : Controller
{
    [HttpGet("brands.css")]
    public async Task<IActionResult> Show()
    {
        var sheet = new StringBuilder();
        foreach (var tenant in (PortalTenant[])[.. await tenants.ListAsync(), await tenants.StaffRealmAsync()])
        {
            sheet.Append(BrandSheet.Write($".p-brand-{tenant.Slug}", tenant.Brand.Palette));
        }

        return Content(sheet.ToString(), "text/css; charset=utf-8");
    }
}
