using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Staff;
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

public sealed record StaffAccessPage(StaffPersonTarget Target, StaffAccessAct Act, ReasonForm Form);

/// <summary>Switches an account of the staff off and on, removes it, sends its invitation again (ADMIN-11).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[Route("staff/{id:guid}")]
[StaffPersonGuard]
public sealed class StaffAccessController(StaffAccess access, StaffInvitation invitation, IStringLocalizer<StaffPersonText> text)
    : Controller
{
    private const string Page = "Access";

    [HttpGet("disable")]
    public IActionResult AskDisable([Guarded] StaffPersonTarget target) => Ask(target, StaffAccessAct.Disable);

    [HttpPost("disable")]
    [KeepsDraft]
    public Task<IActionResult> Disable([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Disable, form, access.DisableAsync);

    [HttpGet("enable")]
    public IActionResult AskEnable([Guarded] StaffPersonTarget target) => Ask(target, StaffAccessAct.Enable);

    [HttpPost("enable")]
    [KeepsDraft]
    public Task<IActionResult> Enable([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Enable, form, access.EnableAsync);

    [HttpGet("remove")]
    public IActionResult AskRemove([Guarded] StaffPersonTarget target) => Ask(target, StaffAccessAct.Remove);

    [HttpPost("remove")]
    [KeepsDraft]
    public Task<IActionResult> Remove([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.Remove, form, access.RemoveAsync);

    [HttpGet("invitation")]
    public IActionResult AskInvite([Guarded] StaffPersonTarget target) => Ask(target, StaffAccessAct.InviteAgain);

    [HttpPost("invitation")]
    [KeepsDraft]
    public Task<IActionResult> Invite([Guarded] StaffPersonTarget target, [FromForm] ReasonForm form) =>
        ActAsync(target, StaffAccessAct.InviteAgain, form, invitation.InviteAgainAsync);

    private IActionResult Ask(StaffPersonTarget target, StaffAccessAct act) =>
        target.Verdict == StaffVerdict.Allowed ? View(Page, new StaffAccessPage(target, act, new ReasonForm())) : Forbid();

    private async Task<IActionResult> ActAsync(StaffPersonTarget target, StaffAccessAct act, ReasonForm form,
        Func<Guid, string, Task<StaffOutcome>> run)
    {
        if (target.Verdict != StaffVerdict.Allowed)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, new StaffAccessPage(target, act, form));
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
                return this.FormAgain(Page, new StaffAccessPage(target, act, form));
            case StaffOutcome.TooManyMails:
                TempData.Warning(text["Not.TooManyMails"]);
                return new SeeOtherResult(target.Path);
            default:
                TempData.Warning(text["Not.Unchanged", target.User.DisplayName]);
                return new SeeOtherResult(target.Path);
        }
    }
}
