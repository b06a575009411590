using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>A file of what was said, to whoever sees the case (CASE-1, AZ-16).</summary>
[Route("cases/{number:length(9)}/files/{entry:guid}/{id:guid}")]
[CaseGuard]
public sealed class CaseFilesController(FileDownloads downloads, PortalDbContext db) : CaseController
{
    [HttpGet("")]
    [Download]
    public async Task<IActionResult> Show([Guarded] CaseTarget target, Guid entry, Guid id) =>
        await downloads.OpenAsync(CaseAttachments.OwnerOf(entry), id,
            () => db.CaseEntries.AnyAsync(row => row.Id == entry && row.CaseId == target.Row.Id && !row.IsInternal));
}
