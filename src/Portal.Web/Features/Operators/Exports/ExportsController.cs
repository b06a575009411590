using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Accounts;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Http;

namespace Portal.Web.Features.Operators.Exports;

/// <summary>The list as a file: the same rows, columns and order as on the screen.</summary>
[Route("operators/export")]
public sealed class ExportsController(Delegates delegates, OperatorQuery operators, OperatorColumns columns, OperatorWords words, AuditLog audit, IDisplayTime time, TimeProvider clock) : OperatorController
{
    [HttpPost("")]
    [Download]
    public async Task<IActionResult> Create()
    {
        if (await delegates.AskForContractAsync(DelegatedAct.Export) is not { } who)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var filter = OperatorFilter.Read(Request.Query);
        var rows = await operators.AllAsync(who, filter);
        audit.Record(AuditKinds.Exported, AuditSubject.Of(who), "operators", new { rows = rows.Count, filter = filter.ToQueryString() });
        var file = await CsvDocument.ToBytesAsync(words.Profile.Columns.Select(columns.Heading), rows.Select(row => words.Profile.Columns.Select(column => columns.Cell(column, row)).ToArray()));
        return File(file, CsvDocument.ContentType, $"{words.ManyTitle}_{time.ToZone(clock.GetUtcNow()):yyyyMMddHHmm}.csv");
    }
}
