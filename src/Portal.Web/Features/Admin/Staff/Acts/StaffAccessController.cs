using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>What is done to an account of the staff as a whole.</summary>
public enum StaffAccessAct
{
    Disable,
    Enable,
    Remove,
    InviteAgain,
}

/// <param name="Duties">What would stay behind.</param>
public sealed record StaffAccessPage(StaffPersonTarget Target, StaffAccessAct Act, ReasonForm Form, IReadOnlyList<StaffDuty> Duties);

/// <summary>Switches an account of the staff off and on, removes it, sends its invitation again (ADMIN-11).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[Route("staff/{id:guid}")]
[StaffPersonGuard]
public sealed class StaffAccessController(StaffAccess access, StaffInvitation invitation, StaffDuties duties,
    IStringLocalizer<StaffPersonText> text) : Controller
{
    private const string Page = "Access";

    [HttpGet("disable")]
    public Task<IActionResult> AskDisable([Guarded] StaffPersonTarget target) => AskAsync(target, StaffAccessAct.Disable);

    [HttpPost("disable")]
    [KeepsDraft]
    public Task<IActionResult> Disable([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Disable, form, access.DisableAsync);

    [HttpGet("enable")]
    public Task<IActionResult> AskEnable([Guarded] StaffPersonTarget target) => AskAsync(target, StaffAccessAct.Enable);

    [HttpPost("enable")]
    [KeepsDraft]
    public Task<IActionResult> Enable([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Enable, form, access.EnableAsync);

    [HttpGet("remove")]
    public Task<IActionResult> AskRemove([Guarded] StaffPersonTarget target) => AskAsync(target, StaffAccessAct.Remove);

    [HttpPost("remove")]
    [KeepsDraft]
    public Task<IActionResult> Remove([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Remove, form, access.RemoveAsync);

    [HttpGet("invitation")]
    public Task<IActionResult> AskInvite([Guarded] StaffPersonTarget target) => AskAsync(target, StaffAccessAct.InviteAgain);

    [HttpPost("invitation")]
    [KeepsDraft]
    public Task<IActionResult> Invite([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.InviteAgain, form, invitation.InviteAgainAsync);

    private async Task<IActionResult> AskAsync(StaffPersonTarget target, StaffAccessAct act) =>
        target.Verdict == StaffVerdict.Allowed ? View(Page, await PageAsync(target, act, new ReasonForm())) : Forbid();

    private async Task<StaffAccessPage> PageAsync(StaffPersonTarget target, StaffAccessAct act, ReasonForm form) =>
        new(target, act, form, act is StaffAccessAct.Disable or StaffAccessAct.Remove ? await duties.OfAsync(target) : []);

    private async Task<IActionResult> ActAsync(StaffPersonTarget target, StaffAccessAct act, ReasonForm form,
        Func<Guid, string, Task<StaffOutcome>> run)
    {
        if (target.Verdict != StaffVerdict.Allowed)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, await PageAsync(target, act, form));
        }

        switch (await run(target.User.Id, form.StoredReason))
        {
            case StaffOutcome.Done:
                TempData.Success(text["Done." + act, target.User.DisplayName]);
                return new SeeOtherResult(act == StaffAccessAct.Remove ? StaffPaths.Staff : target.Path);
            case StaffOutcome.Refused:
                return Forbid();
            case StaffOutcome.LastAdministrator:
                ModelState.AddModelError("", text["Not.LastAdministrator"]);
                return this.FormAgain(Page, await PageAsync(target, act, form));
            case StaffOutcome.TooManyMails:
                TempData.Warning(text["Not.TooManyMails"]);
                return new SeeOtherResult(target.Path);
            default:
                TempData.Warning(text["Not.Unchanged", target.User.DisplayName]);
                return new SeeOtherResult(target.Path);
        }
    }
}
