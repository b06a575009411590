using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Cases.Answers;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Shared.Forms;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Cases.Answers;

/// <summary>A canned answer written, looked at, changed, deleted (ADMIN-5).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffAnswerGuard]
public sealed class AnswerFormController(StaffReach reach, CannedInput input, CannedAnswers answers, IStringLocalizer<DeskText> text)
    : Controller
{
    [HttpGet("case-answers/{site}/new")]
    public ViewResult New([Guarded] AnswerTarget target) => View("EditAnswer", new CannedForm { Target = target });

    [HttpPost("case-answers/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] AnswerTarget target, CannedForm form) => StepAsync(target, form);

    [HttpGet("case-answers/{site}/{id:guid}")]
    public ViewResult Edit([Guarded] AnswerTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new CannedForm { Target = target, Version = target.Row!.Version };
        form.Show(CannedContent.Of(target.Row));
        return View("EditAnswer", form);
    }

    [HttpPost("case-answers/{site}/{id:guid}")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] AnswerTarget target, CannedForm form) => StepAsync(target, form);

    [HttpGet("case-answers/{site}/{id:guid}/delete")]
    public ViewResult Remove([Guarded] AnswerTarget target) => View("DeleteAnswer", target);

    [HttpPost("case-answers/{site}/{id:guid}/delete")]
    public async Task<IActionResult> Delete([Guarded] AnswerTarget target, int version)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row!;
        switch (await reach.InsideAsync(target.Tenant, () => answers.DeleteAsync(row.Id, version)))
        {
            case CannedOutcome.Gone:
                return NotFound();
            case CannedOutcome.Conflict:
                TempData.Warning(text["Canned.Overtaken"]);
                return new SeeOtherResult(StaffPaths.CannedAnswer(target.Tenant.Slug, row.Id));
            default:
                TempData.Success(text["Canned.Deleted", row.Title]);
                return new SeeOtherResult(StaffPaths.CannedAnswers);
        }
    }

    private Task<IActionResult> StepAsync(AnswerTarget target, CannedForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        return new FormSteps<CannedContent>(this, form)
        {
            Enter = "EditAnswer",
            Check = "EditAnswer",
            Read = reader => Task.FromResult(CannedInput.Read(form, reader)),
            Show = content =>
            {
                form.Show(content);
                form.Preview = [.. new[] { (Name: "Ja", Text: content.TextJa), (Name: "En", Text: content.TextEn) }
                    .Where(each => each.Text.Length > 0)
                    .Select(each => new RichPreview(RichText.ToHtml(each.Text), 2) { Name = each.Name })];
                return Task.CompletedTask;
            },
            Save = content => SaveAsync(target, form, content),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(AnswerTarget target, CannedForm form, CannedContent content)
    {
        var outcome = await reach.InsideAsync(target.Tenant, () => target.Row is { } row
            ? answers.ChangeAsync(row.Id, form.Version, content)
            : answers.AddAsync(content));
        switch (outcome)
        {
            case CannedOutcome.Gone:
                return NotFound();
            case CannedOutcome.Done or CannedOutcome.Unchanged:
                TempData.Success(text["Canned.Saved", content.Title]);
                return new SeeOtherResult(StaffPaths.CannedAnswers);
            case CannedOutcome.Conflict:
                // What was typed stays; saving once more is over the other.
                ModelState.Remove(nameof(form.Version));
                form.Version = target.Row!.Version;
                ModelState.AddModelError(nameof(form.TextJa), text["Canned.Elsewhere", target.Row.ChangedBy ?? ""]);
                return this.FormAgain("EditAnswer", form, StatusCodes.Status409Conflict);
            default:
                ModelState.AddModelError(nameof(form.Title), text["Canned." + outcome]);
                return this.FormAgain("EditAnswer", form);
        }
    }
}
