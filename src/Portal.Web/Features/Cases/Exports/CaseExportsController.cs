using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Export;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Exports;

/// <summary>The list as a file: cases, columns and order that the address shows, by the same query (CASE-5).</summary>
[Route("cases/export")]
public sealed class CaseExportsController(CaseQuery cases, CaseColumns columns, ListFiles files, AuditLog audit, CurrentSession session,
    IStringLocalizer<CasesText> text) : CaseController
{
    [HttpPost("")]
    [Download]
    public async Task<IActionResult> Create([FromForm] string? format, [FromQuery] CaseGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        var filter = CaseFilter.Read(Request.Query);
        if (!filter.IsUnderstood)
        {
            // The page says what is wrong; a file of other cases than were asked for would not.
            return new SeeOtherResult(CasePaths.Index + Request.QueryString);
        }

        var file = await files.SpoolAsync(HttpContext, format, text["Title"], columns.All, await cases.AllAsync(reader, filter));
        audit.Record(ExportEvents.Exported, AuditSubject.Of(session.User), "cases",
            new { rows = file.Rows, filter = filter.SavedQuery, format = ListFiles.Format(format) });
        return file;
    }
}
