using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Export;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Exports;

/// <summary>
/// The list as a file: the same rows and order as on the screen. A workbook keeps the zeros that IDs begin with.
/// </summary>
[Route("operators/export")]
public sealed class OperatorExportsController(OperatorQuery operators, OperatorColumns columns, OperatorWords words, ListFiles files,
    AuditLog audit) : OperatorController
{
    [HttpPost("")]
    [Download]
    [ContractGuard(DelegatedAct.Export, OnlyLooks = true)]
    public async Task<IActionResult> Create([Guarded] PortalUser who, [FromForm] string? format)
    {
        var filter = OperatorFilter.Read(Request.Query);
        var rows = await operators.AllAsync(who, filter);
        var file = await files.SpoolAsync(HttpContext, format, words.ManyTitle, columns.InFile, rows.ToAsyncEnumerable());
        var facts = new { rows = file.Rows, filter = filter.ToQueryString(), format = ListFiles.Format(format) };
        audit.Record(ExportEvents.Exported, AuditSubject.Of(who), "operators", facts);
        return file;
    }
}
