using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>One case at the desk: read, answered, noted, taken, assigned (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("cases/{site}/{number:length(9)}")]
[StaffCaseGuard]
public sealed class DeskCaseController(DeskRecords records, DeskActs acts, CaseInput input, DeskCanned canned,
    CaseWords words, IStringLocalizer<DeskText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] DeskTarget target) => View("Case", await records.ReadAsync(target));

    [HttpPost("answers")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases)]
    public async Task<IActionResult> Answer([Guarded] DeskTarget target, AnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Step == "insert")
        {
            return await InsertAsync(target, form);
        }

        var isThere = await acts.AreThereAsync(target, nameof(form.Files), form.Files, ModelState);
        if (input.ReadText(nameof(form.Text), form.Text, ModelState) is not { } answer || !isThere)
        {
            return await AgainAsync(target, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Step == "preview")
        {
            form.Preview = RichText.ToHtml(answer);
            return await AgainAsync(target, form, StatusCodes.Status200OK);
        }

        var outcome = await acts.AnswerAsync(target, form, answer, ModelState);
        if (outcome is CaseOutcome.Done)
        {
            return Back(target, outcome, form.Move?.ToString() ?? "Send");
        }

        // What was typed stays, beside the case as it is now.
        ModelState.Remove(nameof(form.Version));
        if (outcome is not null)
        {
            ModelState.AddModelError(nameof(form.Text), text[CaseAnswers.WhyNot(outcome)]);
        }

        return await AgainAsync(target, form, StatusCodes.Status409Conflict);
    }

    [HttpPost("notes")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases, Field = nameof(CaseNoteForm.NoteFiles))]
    public async Task<IActionResult> AddNote([Guarded] DeskTarget target, CaseNoteForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var isThere = await acts.AreThereAsync(target, nameof(form.NoteFiles), form.NoteFiles, ModelState);
        if (input.ReadText(nameof(form.Note), form.Note, ModelState) is not { } note || !isThere)
        {
            return this.FormAgain("Case", await records.ReadAsync(target, note: form));
        }

        return await acts.NoteAsync(target, form, note, ModelState) is { } outcome
            ? Back(target, outcome, "Note")
            : this.FormAgain("Case", await records.ReadAsync(target, note: form), StatusCodes.Status409Conflict);
    }

    [HttpGet("files/{entry:guid}/{id:guid}")]
    [Download]
    public async Task<IActionResult> ShowFile([Guarded] DeskTarget target, Guid entry, Guid id) =>
        await records.FileAsync(target, entry, id);

    [HttpPost("take")]
    public async Task<IActionResult> BeginWork([Guarded] DeskTarget target, int version) =>
        Back(target, await acts.MoveAsync(target, CaseMove.Take, version), "Take");

    [HttpPost("resume")]
    public async Task<IActionResult> Resume([Guarded] DeskTarget target, int version) =>
        Back(target, await acts.MoveAsync(target, CaseMove.Resume, version), "Resume");

    /// <param name="assignee">Empty for nobody.</param>
    /// <param name="seen">Whom the page showed; empty for nobody.</param>
    [HttpPost("assignee")]
    public async Task<IActionResult> Assign([Guarded] DeskTarget target, Guid? assignee, Guid? seen)
    {
        ArgumentNullException.ThrowIfNull(target);
        var colleague = assignee is { } id ? await records.ColleagueAsync(target.Tenant, id) : null;
        return assignee is not null && colleague is null
            ? NotFound()
            : Back(target, await acts.AssignAsync(target, colleague, new SeenAssignee(seen)), "Assign",
                row => row.AssigneeName ?? text["AssignNobody"]);
    }

    /// <param name="seen">What the page showed.</param>
    [HttpPost("priority")]
    public async Task<IActionResult> Prioritise([Guarded] DeskTarget target, CasePriority priority, CasePriority? seen) =>
        ModelState.IsValid && Enum.IsDefined(priority)
            ? Back(target, await acts.PrioritiseAsync(target, priority, seen), "Prioritise", row => words.Priority(row.Priority))
            : BadRequest();

    /// <summary>Below what was typed; the page comes again and nothing is sent.</summary>
    private async Task<IActionResult> InsertAsync(DeskTarget target, AnswerForm form)
    {
        if (await canned.TextAsync(target, form.Canned) is not { } inserted)
        {
            ModelState.AddModelError(nameof(form.Canned), text["Canned.Choose"]);
            return await AgainAsync(target, form, StatusCodes.Status422UnprocessableEntity);
        }

        form.Text = CannedText.Below(form.Text, inserted);
        ModelState.Clear();
        return await AgainAsync(target, form, StatusCodes.Status200OK);
    }

    private SeeOtherResult Back(DeskTarget target, CaseOutcome outcome, string done) =>
        this.BackToCase(target.Here, outcome, text, done);

    /// <param name="now">What it is, where somebody else has set it meanwhile.</param>
    private SeeOtherResult Back(DeskTarget target, CaseOutcome outcome, string done, Func<SupportCase, string> now)
    {
        if (outcome is not CaseOutcome.SetElsewhere other)
        {
            return Back(target, outcome, done);
        }

        TempData.Warning(text["Elsewhere." + done, other.By ?? text["Elsewhere.Somebody"], now(other.Row)]);
        return new SeeOtherResult(target.Here);
    }

    private async Task<IActionResult> AgainAsync(DeskTarget target, AnswerForm form, int status)
    {
        form.Version = target.Row.Version;
        return this.FormAgain("Case", await records.ReadAsync(target, form), status);
    }
}
