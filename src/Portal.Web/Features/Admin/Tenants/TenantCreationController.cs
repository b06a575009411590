using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Tenants;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>A site is made by copying the settings of another; it is there at once (ADMIN-10, SITE-2).</summary>
[Authorize(Policy = Policies.SystemAdministrator)]
[Route("new-tenant")]
[FreshProof]
public sealed class TenantCreationController(TenantInput input, TenantCatalog catalog, ProfileChanges changes,
    IStringLocalizer<SitesText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string? from)
    {
        var form = new TenantForm();
        var template = (await catalog.ListAsync()).FirstOrDefault(tenant => tenant.Slug == from);
        form.From = template?.Slug;
        form.ShowBrand(template?.Profile.Brand ?? new());
        await input.OfferAsync(form);
        return View("New", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create(TenantForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        await input.OfferAsync(form);
        var reader = input.Reader();
        var profile = await input.CopyAsync(form, reader);
        var reason = TenantInput.ReadReason(form, reader);
        ModelState.Report(reader.Problems);
        if (!ModelState.IsValid || profile is null)
        {
            return this.FormAgain("New", form);
        }

        switch (await changes.CreateAsync(profile, reason))
        {
            case ProfileOutcome.Done:
                TempData.Success(text["Done.Created", profile.Name]);
                return new SeeOtherResult(StaffPaths.Tenant(profile.Slug));
            case ProfileOutcome.Refused refused:
                ModelState.Report(refused, text);
                break;
            default:
                ModelState.AddModelError(nameof(form.Slug), text["Slug." + SlugFault.Taken]);
                break;
        }

        return this.FormAgain("New", form);
    }
}
