using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>One saved filter: renamed, shared, deleted by its owner or a manager.</summary>
[Route("cases/filters/{id:guid}")]
[SavedFilterGuard]
public sealed class SavedFilterController(SavedFilters saved, CaseInput input, IStringLocalizer<CasesText> text) : CaseController
{
    [HttpGet("")]
    public IActionResult Edit([Guarded] SavedFilterTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row;
        return View("EditSaved", new SavedFilterForm { Row = row, Name = row.Name, Shared = row.IsShared, Version = row.Version });
    }

    [HttpPost("")]
    public async Task<IActionResult> Update([Guarded] SavedFilterTarget target, SavedFilterForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        form.Row = target.Row;
        if (input.ReadFilterName(nameof(form.Name), form.Name, ModelState) is not { } name)
        {
            return this.FormAgain("EditSaved", form);
        }

        switch (await saved.ChangeAsync(target.Reader, target.Row, form.Version, name, form.Shared))
        {
            case SavedFilterOutcome.Gone:
                return NotFound();
            case SavedFilterOutcome.NameTaken:
                ModelState.AddModelError(nameof(form.Name), text["FilterNameTaken"]);
                return this.FormAgain("EditSaved", form);
            case SavedFilterOutcome.Conflict:
                // What was typed stays, to be looked at beside the message and saved over the other.
                ModelState.Remove(nameof(form.Version));
                form.Version = target.Row.Version;
                ModelState.AddModelError("", text["FilterConflict", target.Row.Name]);
                return this.FormAgain("EditSaved", form, StatusCodes.Status409Conflict);
            default:
                TempData.Success(text["FilterSaved", name]);
                return new SeeOtherResult(CasePaths.SavedFilters);
        }
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] SavedFilterTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await saved.DeleteAsync(target.Reader, target.Row) == SavedFilterOutcome.Gone)
        {
            return NotFound();
        }

        TempData.Success(text["FilterDeleted", target.Row.Name]);
        return new SeeOtherResult(CasePaths.SavedFilters);
    }
}
