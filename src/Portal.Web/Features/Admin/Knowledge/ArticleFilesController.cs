using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>Files that are added to an article.</summary>
public sealed class ArticleFilesForm
{
    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }
}

/// <summary>
/// Files of an article (KNOW-1). They belong to the tenant whose article it is: what the staff sends is received there,
/// by the same rules as what customers send.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/{id:guid}/files")]
[StaffArticleGuard]
public sealed class ArticleFilesController(ArticleRecords records, ArticleFileActs acts, IStringLocalizer<KnowledgeEditorText> text)
    : Controller
{
    [HttpPost("")]
    [TakesFiles(KnowledgeFiles.Purpose)]
    public async Task<IActionResult> Create([Guarded] StaffArticleTarget target, ArticleFilesForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        Guid[] ids = [.. (form.Files ?? []).Distinct()];
        if (ids.Length == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Files), text["NoFile"]);
        }

        if (ModelState.IsValid)
        {
            switch (await acts.AttachAsync(target, ids))
            {
                case null:
                    return NotFound();
                case AttachOutcome.Attached:
                    TempData.Success(text["Done.File"]);
                    return new SeeOtherResult(target.Path);
                case var why:
                    ModelState.AddModelError(nameof(form.Files), text[why == AttachOutcome.TooMany ? "TooManyFiles" : "FileNotThere"]);
                    break;
            }
        }

        return this.FormAgain("Article", await records.ReadAsync(target, ids));
    }

    [HttpPost("{file:guid}/delete")]
    public async Task<IActionResult> Delete([Guarded] StaffArticleTarget target, Guid file)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Answer(target, await acts.ReleaseAsync(target, file), "Done.FileDeleted");
    }

    /// <summary>The title of the article downloads this file, or leads to the article again.</summary>
    [HttpPost("{file:guid}/title")]
    public async Task<IActionResult> Update([Guarded] StaffArticleTarget target, Guid file, bool download)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Answer(target, await acts.UseAsync(target, file, download), "Done.Title");
    }

    private IActionResult Answer(StaffArticleTarget target, ArticleOutcome outcome, string done)
    {
        switch (outcome)
        {
            case ArticleOutcome.Gone:
                return NotFound();
            case ArticleOutcome.FileUnchecked:
                TempData.Warning(text["Not.Unchecked"]);
                break;
            case ArticleOutcome.Unchanged:
                TempData.Warning(text["Not.Unchanged"]);
                break;
            default:
                TempData.Success(text[done]);
                break;
        }

        return new SeeOtherResult(target.Path);
    }
}
