using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Brands;
using Portal.Web.Domain.Tenants;
using Portal.Web.Files.Pictures;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>The logo of a site: seen, set, removed (ADMIN-10, FACE-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("tenants/{site}/logo")]
[SiteGuard]
public sealed class TenantLogoController(TenantLogos logos, StaffReach reach, PictureInput sent, IStringLocalizer<SitesText> text)
    : Controller
{
    private const string Page = "Logo";
    private const string RemovalPage = "LogoRemoval";

    [HttpGet("")]
    public IActionResult Edit([Guarded] PortalTenant tenant) => View(Page, new LogoForm { Tenant = tenant });

    [HttpGet("{id:guid}")]
    [Download]
    [BackgroundRequest]
    public async Task<IActionResult> Show([Guarded] PortalTenant tenant, Guid id)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return await reach.InsideAsync(tenant, () => logos.FindAsync(id)) is { } logo
            ? new PictureResult(logo.ContentType, logo.Content)
            : NotFound();
    }

    [HttpPost("")]
    [RequestSizeLimit(PictureInput.LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = PictureInput.LargestBody)]
    public async Task<IActionResult> Update([Guarded] PortalTenant tenant, LogoForm form, IFormFile? file)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        var picture = await sent.ReadAsync(ModelState, file);
        if (picture is not null && LogoRule.FaultOf(picture.Width, picture.Height, picture.Content.Length) is { } fault)
        {
            ModelState.AddModelError(PictureInput.Field, text["Logo." + fault, picture.Width, picture.Height,
                LogoRule.LeastHeight, LogoRule.MostTimesWider, LogoRule.LargestFile / 1024]);
        }

        if (picture is null || !ModelState.IsValid)
        {
            return this.FormAgain(Page, form);
        }

        var logo = new LogoPicture(picture.ContentType, picture.Width, picture.Height, picture.Content);
        await reach.InsideAsync(tenant, async () =>
        {
            await logos.SetAsync(tenant.Id, logo, form.StoredReason);
            return true;
        });
        TempData.Success(text["Done.Logo", tenant.Profile.Name]);
        return new SeeOtherResult(StaffPaths.TenantAct(tenant.Slug, "logo"));
    }

    [HttpGet("delete")]
    public IActionResult ConfirmRemoval([Guarded] PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Logo is null ? NotThere(tenant) : View(RemovalPage, new LogoForm { Tenant = tenant });
    }

    [HttpPost("delete")]
    [KeepsDraft]
    public async Task<IActionResult> Delete([Guarded] PortalTenant tenant, LogoForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        if (!ModelState.IsValid)
        {
            return this.FormAgain(RemovalPage, form);
        }

        if (!await reach.InsideAsync(tenant, () => logos.RemoveAsync(tenant.Id, form.StoredReason)))
        {
            return NotThere(tenant);
        }

        TempData.Success(text["Done.LogoRemoved", tenant.Profile.Name]);
        return new SeeOtherResult(StaffPaths.TenantAct(tenant.Slug, "logo"));
    }

    private SeeOtherResult NotThere(PortalTenant tenant)
    {
        TempData.Warning(text["Not.Logo"]);
        return new SeeOtherResult(StaffPaths.TenantAct(tenant.Slug, "logo"));
    }
}
