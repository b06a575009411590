using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Approvals;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>A site is switched off and on again (ADMIN-10, AZ-21).</summary>
[Authorize(Policy = Policies.SystemAdministrator)]
[Route("tenants/{site}")]
[SiteGuard]
[FreshProof]
public sealed class TenantSwitchingController(TenantSwitch tenants, StaffReach reach, ApprovalAsking approvals,
    IStringLocalizer<SitesText> text) : Controller
{
    [HttpGet("suspend")]
    public IActionResult NewSuspension([Guarded] PortalTenant tenant) => Ask(tenant, isOn: true, "Suspend");

    [HttpPost("suspend")]
    [KeepsDraft]
    public async Task<IActionResult> Suspend([Guarded] PortalTenant tenant, SwitchForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        if (form.Slug?.Trim() != tenant.Slug)
        {
            ModelState.AddModelError(nameof(form.Slug), text["SlugDiffers", tenant.Slug]);
        }

        return !ModelState.IsValid ? this.FormAgain("Suspend", form)
            : SuspensionApproval.Concerns(tenant) && !tenant.Suspended ? await AskAsync(tenant, form.StoredReason)
            : await tenants.SuspendAsync(tenant.Id, form.StoredReason) ? Done(tenant, "Done.Suspended")
            : NotDone(tenant, "Not.Suspended");
    }

    [HttpGet("resume")]
    public IActionResult NewResumption([Guarded] PortalTenant tenant) => Ask(tenant, isOn: false, "Resume");

    [HttpPost("resume")]
    [KeepsDraft]
    public async Task<IActionResult> Resume([Guarded] PortalTenant tenant, SwitchForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        return !ModelState.IsValid ? this.FormAgain("Resume", form)
            : await tenants.ResumeAsync(tenant.Id, form.StoredReason) ? Done(tenant, "Done.Resumed")
            : NotDone(tenant, "Not.Resumed");
    }

    private async Task<IActionResult> AskAsync(PortalTenant tenant, string reason) =>
        await reach.InsideAsync(tenant, () => approvals.AskAsync(SuspensionApproval.Ask(tenant, reason))) == AskOutcome.Asked
            ? Done(tenant, "Approval.Asked")
            : NotDone(tenant, "Approval.Waits");

    private IActionResult Ask(PortalTenant tenant, bool isOn, string view) => tenant.Suspended == isOn
        ? NotDone(tenant, isOn ? "Not.Suspended" : "Not.Resumed")
        : View(view, new SwitchForm { Tenant = tenant });

    private SeeOtherResult Done(PortalTenant tenant, string key)
    {
        TempData.Success(text[key, tenant.Profile.Name]);
        return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
    }

    private SeeOtherResult NotDone(PortalTenant tenant, string key)
    {
        TempData.Warning(text[key, tenant.Profile.Name]);
        return new SeeOtherResult(StaffPaths.Tenant(tenant.Slug));
    }
}
