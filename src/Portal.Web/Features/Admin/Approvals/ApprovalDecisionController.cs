using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Web.Domain.Approvals;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Approvals;

/// <param name="Facts">What exactly is decided on.</param>
public sealed record ApprovalDecisionPage(ApprovalTarget Target, bool Approves, ReasonForm Form, IReadOnlyList<ApprovalFact> Facts);

/// <summary>Approves or rejects what another person asked for, with a reason (ADMIN-11).</summary>
[Authorize(Policy = Policies.Agent)]
[FreshProof]
[Route("approvals/{id:guid}")]
[ApprovalGuard]
public sealed class ApprovalDecisionController(StaffReach reach, ApprovalDeciding deciding, IStringLocalizer<ApprovalText> text)
    : Controller
{
    private const string Page = "Decide";

    [HttpGet("approve")]
    public Task<IActionResult> AskApprove([Guarded] ApprovalTarget target) => AskAsync(target, approves: true);

    [HttpPost("approve")]
    [KeepsDraft]
    public Task<IActionResult> Approve([Guarded] ApprovalTarget target, [FromForm] ReasonForm form) =>
        DecideAsync(target, approves: true, form);

    [HttpGet("reject")]
    public Task<IActionResult> AskReject([Guarded] ApprovalTarget target) => AskAsync(target, approves: false);

    [HttpPost("reject")]
    [KeepsDraft]
    public Task<IActionResult> Reject([Guarded] ApprovalTarget target, [FromForm] ReasonForm form) =>
        DecideAsync(target, approves: false, form);

    private async Task<IActionResult> AskAsync(ApprovalTarget target, bool approves) => target.Verdict switch
    {
        ApprovalVerdict.Allowed => View(Page, await PageAsync(target, approves, new ReasonForm())),
        ApprovalVerdict.Over => Answer(target, ApprovalOutcome.Over),
        _ => Forbid(),
    };

    private async Task<IActionResult> DecideAsync(ApprovalTarget target, bool approves, ReasonForm form)
    {
        if (target.Verdict is not (ApprovalVerdict.Allowed or ApprovalVerdict.Over))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, await PageAsync(target, approves, form));
        }

        var outcome = await reach.InsideAsync(target.Tenant, () => deciding.DecideAsync(target.Row.Id, approves, form.StoredReason));
        return outcome is ApprovalOutcome.TooManyMails or ApprovalOutcome.TooManyTaken
            ? Later(await PageAsync(target, approves, form), outcome)
            : Answer(target, outcome);
    }

    /// <summary>It still waits, and so does what was typed.</summary>
    private ViewResult Later(ApprovalDecisionPage page, ApprovalOutcome outcome)
    {
        ModelState.AddModelError("", text["Not." + outcome]);
        return this.FormAgain(Page, page, StatusCodes.Status429TooManyRequests);
    }

    private async Task<ApprovalDecisionPage> PageAsync(ApprovalTarget target, bool approves, ReasonForm form) => new(target, approves, form,
        await reach.InsideAsync(target.Tenant, () => deciding.Find(target.Row.Act).DescribeAsync(target.Row)));

    private IActionResult Answer(ApprovalTarget target, ApprovalOutcome outcome)
    {
        switch (outcome)
        {
            case ApprovalOutcome.Approved or ApprovalOutcome.Rejected:
                TempData.Success(text["Done." + outcome]);
                return new SeeOtherResult(target.Path);
            case ApprovalOutcome.NotPossible or ApprovalOutcome.Over:
                TempData.Warning(text["Not." + outcome]);
                return new SeeOtherResult(target.Path);
            default:
                return Forbid();
        }
    }
}
