using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.WorkRequests.Show;

/// <summary>One request, its receipt and its files (WORK-2).</summary>
[Route("requests/{number:length(9)}")]
[WorkRequestGuard]
public sealed class RequestPageController(WorkRequestPages pages, FileDownloads downloads, CurrentSession session)
    : WorkRequestController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] WorkRequestTarget target, bool created)
    {
        ModelState.Clear();
        return View("Show", await pages.ReadAsync(target, created));
    }

    [HttpGet("files/{id:guid}")]
    [Download]
    public async Task<IActionResult> Download([Guarded] WorkRequestTarget target, Guid id)
    {
        ArgumentNullException.ThrowIfNull(target);
        return await downloads.OpenAsync(WorkAttachments.OwnerOf(target.Row), id, () => Task.FromResult(true));
    }
}
