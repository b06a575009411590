using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>One request at the desk: read, accepted, declined with a reason (WORK-3, ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("requests/{site}/{number:length(9)}")]
[StaffWorkGuard]
public sealed class StaffWorkController(StaffWorkRecords records, FormWords words, IStringLocalizer<StaffWorkText> text) : Controller
{
    private static readonly NoteField Reason = new(WorkLimits.Reason);

    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] StaffWorkTarget target) => View("Request", await records.ReadAsync(target));

    [HttpGet("files/{id:guid}")]
    [Download]
    public async Task<IActionResult> Download([Guarded] StaffWorkTarget target, Guid id) => await records.FileAsync(target, id);

    [HttpGet("accept")]
    public IActionResult AskAccept([Guarded] StaffWorkTarget target) => Ask(target, WorkMove.Accept);

    [HttpPost("accept")]
    [KeepsDraft]
    public Task<IActionResult> Accept([Guarded] StaffWorkTarget target, DecisionForm form) => DecideAsync(target, WorkMove.Accept, form);

    [HttpGet("decline")]
    public IActionResult AskDecline([Guarded] StaffWorkTarget target) => Ask(target, WorkMove.Decline);

    [HttpPost("decline")]
    [KeepsDraft]
    public Task<IActionResult> Decline([Guarded] StaffWorkTarget target, DecisionForm form) =>
        DecideAsync(target, WorkMove.Decline, form);

    private IActionResult Ask(StaffWorkTarget target, WorkMove move) => target.May(move)
        ? View("Decide", new StaffDecisionPage(target, move, new DecisionForm()))
        : NotNow(target);

    private async Task<IActionResult> DecideAsync(StaffWorkTarget target, WorkMove move, DecisionForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!target.May(move))
        {
            return Refused(target, move, form, "Overtaken");
        }

        if (Read(move, form) is not { } said)
        {
            return this.FormAgain("Decide", new StaffDecisionPage(target, move, form));
        }

        switch (await records.DecideAsync(target, move, said))
        {
            case WorkOutcome.Done:
                TempData.Success(text["Done." + move, WorkRequestNumber.Of(target.Row.Number)]);
                return new SeeOtherResult(target.Path);
            case WorkOutcome.Nobody:
                return Refused(target, move, form, "Nobody");
            default:
                return Refused(target, move, form, "Overtaken");
        }
    }

    /// <returns>Null beside a problem, which stands at the field. Nobody is declined without a reason.</returns>
    private string? Read(WorkMove move, DecisionForm form)
    {
        var reader = words.Reader(_ => text["Reason." + move]);
        var said = reader.Read(Reason, nameof(form.Reason), form.Reason);
        if (move == WorkMove.Decline && said.Length == 0 && !reader.HasProblem(nameof(form.Reason)))
        {
            reader.Add(nameof(form.Reason), new FieldFault.Missing());
        }

        ModelState.Report(reader.Problems);
        return ModelState.IsValid ? said : null;
    }

    // What was typed stays on the page: it may still be wanted.
    private ViewResult Refused(StaffWorkTarget target, WorkMove move, DecisionForm form, string why)
    {
        ModelState.AddModelError(nameof(form.Reason), text[why]);
        return this.FormAgain("Decide", new StaffDecisionPage(target, move, form), StatusCodes.Status409Conflict);
    }

    private SeeOtherResult NotNow(StaffWorkTarget target)
    {
        TempData.Warning(text["NotNow"]);
        return new SeeOtherResult(target.Path);
    }
}
