using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>An article as its authors see it.</summary>
public sealed record ArticleRecord(StaffArticleTarget Target, IReadOnlyList<StoredFile> Files, IReadOnlyList<RecordChange> Changes)
{
    public Article Row => Target.Row!;

    public ArticleView State => ArticleQueue.StateOf(Row, Row.Openings.Count > 0);
}

/// <summary>One article of a tenant: how it looks, who changed it; and its end (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/{id:guid}")]
[StaffArticleGuard]
public sealed class ArticleRecordController(StaffReach reach, RecordHistory history, ArticleEditing editing, StoredFiles files,
    IStringLocalizer<KnowledgeEditorText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] StaffArticleTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return View("Article", new ArticleRecord(target, await reach.InsideAsync(target.Tenant, () => files.OfAsync(Owner(target))),
            await history.OfAsync(target.Tenant, target.Row!.Id)));
    }

    [HttpGet("delete")]
    public ViewResult New([Guarded] StaffArticleTarget target) => View("Delete", target);

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] StaffArticleTarget target, int version)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (await reach.InsideAsync(target.Tenant, () => DeleteAsync(target, version)))
        {
            case ArticleOutcome.Gone:
                return NotFound();
            case ArticleOutcome.Conflict:
                TempData.Warning(text["Not.Overtaken"]);
                return new SeeOtherResult(target.Path);
            default:
                TempData.Success(text["Done.Deleted", target.Title]);
                return new SeeOtherResult(StaffPaths.Knowledge);
        }
    }

    /// <summary>Its files go with it, in the same transaction.</summary>
    private async Task<ArticleOutcome> DeleteAsync(StaffArticleTarget target, int version)
    {
        var outcome = await editing.DeleteAsync(target.Row!.Id, version);
        if (outcome is ArticleOutcome.Done)
        {
            await files.ReleaseAllAsync(Owner(target));
        }

        return outcome;
    }

    private static FileOwner Owner(StaffArticleTarget target) => new(KnowledgeFiles.Purpose, target.Row!.Id);
}
