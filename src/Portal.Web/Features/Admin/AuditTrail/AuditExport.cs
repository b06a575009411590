using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Export;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>
/// The log as a file, with exactly the rows that the screen pages through (EX-04). That it was taken is recorded before
/// the first row leaves: who breaks it off has taken it all the same.
/// </summary>
public sealed class AuditExport(AuditSearch search, UnitOfWork work, Audit.AuditLog audit, AuditWords words, IDisplayTime time,
    TimeProvider clock, IStringLocalizer<AdminText> text)
{
    private const int Batch = 1000;

    private static readonly string[] Columns =
        ["OccurredAt", "Site", "KindCode", "Kind", "Subject", "ActorKind", "Actor", "ActingAs", "Reason", "Address", "Browser",
            "SessionHash", "CorrelationId", "Details"];

    public string FileName(string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{text["Audit"]}_{time.ToZone(clock.GetUtcNow()):yyyyMMddHHmm}.{extension}");

    /// <summary>Each moment names its distance from UTC.</summary>
    public ExportTable Table(IReadOnlyList<PortalTenant> tenants, AuditFilter filter) =>
        new(text["Audit"], [.. Columns.Select(column => text["Column." + column].Value)], RowsAsync(tenants, filter));

    /// <param name="format">Null for the usual one.</param>
    /// <returns>The filter, closed at this moment, so that rows written meanwhile do not count.</returns>
    public Task<AuditFilter> RecordAsync(IReadOnlyList<PortalTenant> tenants, AuditQuery query, AuditFilter filter, string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filter);
        var now = clock.GetUtcNow();
        var closed = filter with { Until = filter.Until is { } until && until < now ? until : now };
        return work.RunAsync(async () =>
        {
            var rows = await search.CountAsync(tenants, closed);
            audit.Record(AuditKinds.Exported, details: new { filter = query.Facts, rows, format }).In(tenants);
            return closed;
        });
    }

    /// <summary>Each batch is a short transaction of its own: no connection waits for a slow reader.</summary>
    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LogPlace? place = null;
        while (true)
        {
            var batch = await work.RunAsync(() => search.BatchAsync(tenants, filter, place, Batch), cancellationToken);
            foreach (var row in batch)
            {
                yield return Cells(row, tenants);
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            place = AuditSearch.PlaceOf(batch[^1]);
        }
    }

    private object?[] Cells(AuditEvent row, IReadOnlyList<PortalTenant> tenants) =>
    [
        time.ToZone(row.OccurredAt).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        tenants.FirstOrDefault(tenant => tenant.Id == row.TenantId)?.Slug,
        row.Kind,
        words.Kind(row.Kind),
        row.SubjectName,
        words.Actor(row.ActorKind),
        row.ActorName,
        row.ActingAsId?.ToString(),
        words.Reason(row.Reason),
        row.Address,
        row.Browser,
        row.SessionHash,
        row.CorrelationId,
        row.Details,
    ];
}
