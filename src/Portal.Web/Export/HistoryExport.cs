using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Export;

/// <summary>Which history becomes a file.</summary>
/// <param name="Tenant">Whose events they are.</param>
/// <param name="Zone">IANA name of the zone in which the reader reads times.</param>
public sealed record HistoryOrder(PortalTenant Tenant, HistoryScope Scope, HistoryFilter Filter, string Title, string Zone)
{
    // With time and ending it still fits the column of a job.
    private const int LongestTitle = 200;

    public string FileName(DateTimeOffset now, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{Shortened.To(Title, LongestTitle)}_{ToZone(now):yyyyMMddHHmm}.{extension}");

    public DateTimeOffset ToZone(DateTimeOffset moment) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? TimeZoneInfo.ConvertTime(moment, zone) : moment;
}

/// <summary>Histories as tables: read from one snapshot, a piece at a time, so that memory does not grow with the rows (PERF-4).</summary>
public sealed class HistoryExport(IServiceScopeFactory scopes, HistoryWords words)
{
    private const int Batch = 1000;

    /// <param name="counted">Told the number of rows before the first one leaves.</param>
    public ExportTable Table(HistoryOrder order, Func<int, Task> counted)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new ExportTable(order.Title, [.. HistoryWords.Columns.Select(words.Heading)], RowsAsync(order, counted));
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(HistoryOrder order, Func<int, Task> counted, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantEntry>().Enter(order.Tenant);
        await using var snapshot = await scope.ServiceProvider.GetRequiredService<Snapshots>().BeginAsync(cancellationToken);
        var query = scope.ServiceProvider.GetRequiredService<HistoryQuery>();
        await counted(await query.CountAllAsync(order.Scope, order.Filter));
        LogPlace? place = null;
        while (true)
        {
            var batch = await query.BatchAsync(order.Scope, order.Filter, place, Batch, cancellationToken);
            foreach (var row in batch)
            {
                yield return Cells(order, row);
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            place = batch[^1].Place;
        }
    }

    private object?[] Cells(HistoryOrder order, HistoryRow row) =>
    [
        order.ToZone(row.OccurredAt),
        words.Event(row),
        row.Name,
        row.LoginId,
        HistoryWords.Address(order.Scope, row),
        HistoryWords.Browser(order.Scope, row),
        words.By(order.Scope, row),
    ];
}
