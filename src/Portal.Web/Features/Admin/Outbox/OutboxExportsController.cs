using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>The list of mails as a file (FILE-2): to whom, when and what became of it, never what they say.</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxExportsController(StaffReach reach, OutboxList list, OutboxColumns columns, ListFiles files, KeysetRows rows,
    UnitOfWork work, Audit.AuditLog audit, TimeProvider clock, IStringLocalizer<AdminText> text) : Controller
{
    [HttpPost("outbox/export")]
    [Download]
    [OwnTransaction]
    public async Task<IActionResult> Create([FromForm] OutboxQuery query, [FromForm] string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await work.RunAsync(() => reach.ChooseAsync(query.Tenant)) is not { } chosen)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        await work.RunAsync(async () =>
        {
            var facts = new
            {
                list = "outbox",
                filter = query.Facts,
                rows = await list.CountAsync(chosen, query, now),
                format = ListFiles.Format(format)
            };
            audit.Record(ExportEvents.Exported, details: facts).In(chosen);
        });
        return files.Stream(format, text["Outbox"], columns.All,
            rows.ReadAsync((after, size) => list.BatchAsync(chosen, query, now, after, size), row => row.Place));
    }
}
