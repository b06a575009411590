using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Contact lines and languages of a site (ADMIN-10).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("tenants/{site}/contact")]
[SiteGuard]
public sealed class TenantContactController(ContactInput input, ProfileChanges changes, IStringLocalizer<SitesText> text) : Controller
{
    private const string Page = "Contact";

    [HttpGet("")]
    public ViewResult Edit([Guarded] PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var form = new ContactForm { Tenant = tenant, Version = tenant.Version };
        form.Show(tenant.Profile);
        form.Complete();
        return View(Page, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] PortalTenant tenant, ContactForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        form.Complete();
        var reader = input.Reader();
        var profile = input.Read(form, reader);
        var reason = reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
        ModelState.Report(reader.Problems);
        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, form);
        }

        switch (await changes.ApplyAsync(ProfileDraft.On(tenant, form.Version, profile), reason))
        {
            case ProfileOutcome.Done:
                TempData.Success(text["Done.Contact", profile.Name]);
                return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
            case ProfileOutcome.Unchanged:
                TempData.Warning(text["Not.Branded"]);
                return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
            case ProfileOutcome.Refused refused:
                ModelState.Report(refused, text);
                return this.FormAgain(Page, form);
            default:
                ModelState.AddModelError("", text["Elsewhere"]);
                return this.FormAgain(Page, form, StatusCodes.Status409Conflict);
        }
    }
}
