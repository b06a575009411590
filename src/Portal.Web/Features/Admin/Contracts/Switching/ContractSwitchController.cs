using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Switching;

/// <param name="Act">"Suspend" or "Resume".</param>
public sealed record ContractSwitchPage(ContractTarget Target, string Act, ReasonForm Form)
{
    public string Path => StaffPaths.Contract(Target.Tenant.Slug, Target.Contract.Id);
}

/// <summary>Suspends a contract and resumes it, with a reason after a confirmation (ADMIN-4, AZ-21).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}")]
[StaffContractGuard]
public sealed class ContractSwitchController(StaffReach reach, ContractSwitch contracts, IStringLocalizer<ContractStaffText> text)
    : Controller
{
    private const string Suspending = "Suspend";
    private const string Resuming = "Resume";

    [HttpGet("suspend")]
    public IActionResult AskToSuspend([Guarded] ContractTarget target) => Ask(target, Suspending, ContractStatus.Active);

    [HttpPost("suspend")]
    [KeepsDraft]
    public Task<IActionResult> Suspend([Guarded] ContractTarget target, [FromForm] ReasonForm form) =>
        TurnAsync(target, Suspending, form, contracts.SuspendAsync);

    [HttpGet("resume")]
    public IActionResult AskToResume([Guarded] ContractTarget target) => Ask(target, Resuming, ContractStatus.Suspended);

    [HttpPost("resume")]
    [KeepsDraft]
    public Task<IActionResult> Resume([Guarded] ContractTarget target, [FromForm] ReasonForm form) =>
        TurnAsync(target, Resuming, form, contracts.ResumeAsync);

    /// <summary>What is so already is not asked about.</summary>
    private IActionResult Ask(ContractTarget target, string act, ContractStatus from)
    {
        if (target.Contract.Status != from)
        {
            TempData.Warning(text["Not." + act, target.Contract.Number]);
            return new SeeOtherResult(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
        }

        return View("Switch", new ContractSwitchPage(target, act, new ReasonForm()));
    }

    private async Task<IActionResult> TurnAsync(ContractTarget target, string act, ReasonForm form, Func<Guid, string, Task<bool>> turn)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Switch", new ContractSwitchPage(target, act, form));
        }

        if (await reach.InsideAsync(target.Tenant, () => turn(target.Contract.Id, form.StoredReason)))
        {
            TempData.Success(text["Done." + act, target.Contract.Number]);
        }
        else
        {
            TempData.Warning(text["Not." + act, target.Contract.Number]);
        }

        return new SeeOtherResult(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
    }
}
