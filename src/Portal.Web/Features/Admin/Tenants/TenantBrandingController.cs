using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Names, mail sender and look of a site (ADMIN-10, FACE-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("tenants/{site}/brand")]
[SiteGuard]
public sealed class TenantBrandingController(TenantInput input, ProfileChanges changes, IStringLocalizer<SitesText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit([Guarded] PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var form = new TenantForm { Tenant = tenant, Version = tenant.Version };
        form.Show(tenant.Profile);
        await input.OfferAsync(form);
        return View("Brand", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] PortalTenant tenant, TenantForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        await input.OfferAsync(form);
        if (form.Step == "show" && ModelState.IsValid)
        {
            return View("Brand", form);
        }

        var reader = input.Reader();
        var profile = input.Read(form, tenant.Profile, reader);
        var reason = TenantInput.ReadReason(form, reader);
        ModelState.Report(reader.Problems);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Brand", form);
        }

        switch (await changes.ApplyAsync(ProfileDraft.On(tenant, form.Version, profile), reason))
        {
            case ProfileOutcome.Done:
                TempData.Success(text["Done.Branded", profile.Name]);
                return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
            case ProfileOutcome.Unchanged:
                TempData.Warning(text["Not.Branded"]);
                return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
            case ProfileOutcome.Refused refused:
                ModelState.Report(refused, text);
                return this.FormAgain("Brand", form);
            default:
                // Opened anew it shows what the other wrote; saving this over it would undo that unseen.
                ModelState.AddModelError("", text["Elsewhere"]);
                return this.FormAgain("Brand", form, StatusCodes.Status409Conflict);
        }
    }
}
