using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>
/// Files of an article (KNOW-1). They belong to the tenant whose article it is: what the staff sends is received there,
/// by the same rules as what customers send.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("kb/{site}/{id:guid}/files")]
[StaffArticleGuard]
public sealed class ArticleFilesController(StaffReach reach, FileIntake intake, StoredFiles files, ArticleEditing editing, FileWords words,
    UnitOfWork work, CurrentSession session, IStringLocalizer<KnowledgeEditorText> text) : Controller
{
    /// <summary>The largest file of any tenant and a little more, so that one byte too many is told in words.</summary>
    private const int LargestBody = 21 * 1024 * 1024;

    [HttpPost("")]
    [OwnTransaction]
    [RequestSizeLimit(LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestBody)]
    public async Task<IActionResult> Create([Guarded] StaffArticleTarget target, IFormFile? upload)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (upload is not { Length: > 0 })
        {
            TempData.Warning(text["NoFile"]);
            return new SeeOtherResult(target.Path);
        }

        if (await reach.InsideAsync(target.Tenant, () => ReceiveAsync(target, upload)) is { } problem)
        {
            TempData.Warning(problem);
        }
        else
        {
            TempData.Success(text["Done.File"]);
        }

        return new SeeOtherResult(target.Path);
    }

    [HttpPost("{file:guid}/delete")]
    public async Task<IActionResult> Delete([Guarded] StaffArticleTarget target, Guid file)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!await reach.InsideAsync(target.Tenant, async () => await files.ReleaseAsync(Owner(target), file)
            && await editing.UseFileAsync(target.Row!.Id, file, isArticle: false) is not ArticleOutcome.Gone))
        {
            return NotFound();
        }

        TempData.Success(text["Done.FileDeleted"]);
        return new SeeOtherResult(target.Path);
    }

    /// <summary>The title of the article downloads this file, or leads to the article again.</summary>
    [HttpPost("{file:guid}/title")]
    public async Task<IActionResult> Update([Guarded] StaffArticleTarget target, Guid file, bool download)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!await reach.InsideAsync(target.Tenant, async () => await files.FindAsync(Owner(target), file) is not null
            && await editing.UseFileAsync(target.Row!.Id, file, download) is not ArticleOutcome.Gone))
        {
            return NotFound();
        }

        TempData.Success(text["Done.Title"]);
        return new SeeOtherResult(target.Path);
    }

    /// <returns>Why it was not taken; null where it was.</returns>
    private async Task<string?> ReceiveAsync(StaffArticleTarget target, IFormFile upload)
    {
        _ = Guid.TryParse(Request.Form[FormOnce.FieldName], out var formId);
        await using var content = upload.OpenReadStream();
        var receipt = await intake.ReceiveAsync(
            new FileArrival(FileUploader.Of(session.User), KnowledgeFiles.Purpose, formId, upload.FileName), content,
            HttpContext.RequestAborted);
        if (receipt.Refusal is { } refusal)
        {
            return words.Say(refusal, receipt.Name);
        }

        var outcome = await work.RunAsync(() => files.AttachAsync(Owner(target), session.UserId, [receipt.Id!.Value]));
        return outcome == AttachOutcome.Attached ? null : text[outcome == AttachOutcome.TooMany ? "TooManyFiles" : "FileNotThere"].Value;
    }

    private static FileOwner Owner(StaffArticleTarget target) => new(KnowledgeFiles.Purpose, target.Row!.Id);
}
