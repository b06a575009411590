using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Export;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Exports;

/// <summary>
/// The list as a file: the same rows, columns and order as on the screen. A workbook keeps the zeros that IDs begin
/// with.
/// </summary>
[Route("operators/export")]
public sealed class OperatorExportsController(OperatorQuery operators, OperatorColumns columns, OperatorWords words,
    AuditLog audit, IDisplayTime time, TimeProvider clock) : OperatorController
{
    [HttpPost("")]
    [Download]
    [ContractGuard(DelegatedAct.Export, OnlyLooks = true)]
    public async Task<IActionResult> Create([Guarded] PortalUser who, [FromForm] string? format)
    {
        var filter = OperatorFilter.Read(Request.Query);
        var rows = await operators.AllAsync(who, filter);
        var asWorkbook = format == "xlsx";
        var facts = new { rows = rows.Count, filter = filter.ToQueryString(), format = asWorkbook ? format : null };
        audit.Record(ExportEvents.Exported, AuditSubject.Of(who), "operators", facts);
        string[] headings = [.. words.Profile.Columns.Select(columns.FileHeading)];
        var table = new ExportTable(words.ManyTitle, headings, rows.Select(Cells).ToAsyncEnumerable());
        var name = $"{words.ManyTitle}_{time.ToZone(clock.GetUtcNow()):yyyyMMddHHmm}";
        return asWorkbook ? new XlsxDownload(name + ".xlsx", table) : new CsvDownload(name + ".csv", table.Headings, table.Rows);
    }

    private object?[] Cells(OperatorRow row) => [.. words.Profile.Columns.Select(column => columns.FileCell(column, row))];
}
