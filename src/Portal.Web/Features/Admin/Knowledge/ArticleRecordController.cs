using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>One article of a tenant: how it looks, who changed it; and its end (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/{id:guid}")]
[StaffArticleGuard]
public sealed class ArticleRecordController(StaffReach reach, ArticleRecords records, ArticleEditing editing, StoredFiles files,
    IStringLocalizer<KnowledgeEditorText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] StaffArticleTarget target) => View("Article", await records.ReadAsync(target));

    [HttpGet("delete")]
    public ViewResult New([Guarded] StaffArticleTarget target) => View("Delete", target);

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] StaffArticleTarget target, int version)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (await reach.InsideAsync(target.Tenant, () => DeleteAsync(target.Row!.Id, version)))
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
    private async Task<ArticleOutcome> DeleteAsync(Guid id, int version)
    {
        var outcome = await editing.DeleteAsync(id, version);
        if (outcome is ArticleOutcome.Done)
        {
            await files.ReleaseAllAsync(KnowledgeFiles.Of(id));
        }

        return outcome;
    }
}
