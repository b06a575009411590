using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>
/// Filters under a name: one's own, and those that colleagues share (CASE-5). Loading one is following a link to the
/// list, which shows what the reader sees.
/// </summary>
[Route("cases/filters")]
public sealed class SavedFiltersController(SavedFilters saved, FilterBuilder builder, CaseInput input, CurrentSession session,
    IStringLocalizer<CasesText> text) : CaseController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => CaseReader.Of(session.User) is { } reader
        ? View("Saved", await PageAsync(reader))
        : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(SavedFilterForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        var filter = CaseFilter.Read(QueryHelpers.ParseQuery(form.Query));
        if (!filter.IsUnderstood || filter.SavedQuery.Length == 0)
        {
            ModelState.AddModelError("", text["NothingToSave"]);
        }

        if (input.ReadFilterName(nameof(form.Name), form.Name, ModelState) is { } name)
        {
            switch (await saved.SaveAsync(reader, name, filter.SavedQuery, form.Shared))
            {
                case SavedFilterOutcome.Done:
                    TempData.Success(text["FilterSaved", name]);
                    return new SeeOtherResult(CasePaths.SavedFilters);
                case SavedFilterOutcome.TooMany:
                    ModelState.AddModelError("", text["TooManyFilters", CaseLimits.SavedFilters]);
                    break;
                default:
                    ModelState.AddModelError(nameof(form.Name), text["FilterNameTaken"]);
                    break;
            }
        }

        return this.FormAgain("Saved", await PageAsync(reader) with { Failed = form });
    }

    private async Task<SavedFiltersPage> PageAsync(CaseReader reader)
    {
        var rows = await saved.SeenBy(reader).AsNoTracking().Include(row => row.Owner).OrderBy(row => row.Name).ThenBy(row => row.Id)
            .ToListAsync();
        var words = await builder.DescribeAsync([.. rows.Select(row => CaseFilter.Read(QueryHelpers.ParseQuery(row.Query)))], reader);
        return new SavedFiltersPage(
            [.. rows.Select((row, i) => new SavedFilterLine(row, words[i], SavedFilters.MayChange(reader, row)))]);
    }
}
