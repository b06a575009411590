using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>
/// The log as a file, with exactly the rows that the screen pages through (EX-04). That it was taken is recorded before
/// the first row leaves: who breaks it off has taken it all the same.
/// </summary>
public sealed class AuditExport(AuditSearch search, AuditColumns columns, ListFiles files, KeysetRows rows, UnitOfWork work,
    Audit.AuditLog audit, TimeProvider clock, IStringLocalizer<AdminText> text)
{
    /// <param name="format">"xlsx" for a workbook.</param>
    public async Task<ActionResult> CreateAsync(IReadOnlyList<PortalTenant> tenants, AuditQuery query, AuditFilter filter, string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filter);
        var closed = Close(filter, clock.GetUtcNow());
        await work.RunAsync(async () =>
        {
            var facts = new { filter = query.Facts, rows = await search.CountAsync(tenants, closed), format = ListFiles.Format(format) };
            audit.Record(ExportEvents.Exported, details: facts).In(tenants);
        });
        return files.Stream(format, text["Audit"], columns.InFile,
            rows.ReadAsync((after, size) => search.BatchAsync(tenants, closed, after, size), AuditSearch.PlaceOf));
    }

    /// <summary>Rows written meanwhile do not count.</summary>
    private static AuditFilter Close(AuditFilter filter, DateTimeOffset now) =>
        filter with { Until = filter.Until is { } until && until < now ? until : now };
}
