using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Moves;

/// <summary>Why a solution is none.</summary>
public sealed class SolutionRejectionForm
{
    [InDraft]
    public string? Reason { get; set; }

    public int Version { get; set; }

    [BindNever]
    public CaseTarget? Target { get; set; }
}

/// <summary>The customer rejects a solution, with a reason (CASE-3).</summary>
[Route("cases/{number:length(9)}/reject")]
[CaseGuard]
public sealed class RejectionsController(CaseMoves moves, CaseInput input, CurrentSession session, IStringLocalizer<CasesText> text)
    : MoveController(moves, session, text)
{
    [HttpGet("")]
    public IActionResult New([Guarded] CaseTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return IsOffered(target, CaseMove.Reject)
            ? View("Reject", new SolutionRejectionForm { Target = target, Version = target.Row.Version })
            : NotNow(target, CaseMove.Reject);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, SolutionRejectionForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        if (input.ReadReason(nameof(form.Reason), form.Reason, ModelState) is not { } reason)
        {
            return this.FormAgain("Reject", form);
        }

        var outcome = await MoveAsync(target, CaseMove.Reject, form.Version, reason);
        if (outcome is CaseOutcome.Done)
        {
            return Back(target, CaseMove.Reject, outcome);
        }

        // What was typed stays on the page, which now stands for the case as it is: it may still be wanted.
        ModelState.Remove(nameof(form.Version));
        form.Version = target.Row.Version;
        ModelState.AddModelError(nameof(form.Reason), Text[CaseAnswers.WhyNot(outcome)]);
        return this.FormAgain("Reject", form, StatusCodes.Status409Conflict);
    }
}
