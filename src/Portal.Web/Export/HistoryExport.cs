using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Data.Keysets;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

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

    public DateTimeOffset ToZone(DateTimeOffset moment) => NamedZone.Of(Zone).At(moment);
}

/// <summary>
/// Histories as tables: read in short transactions, a piece at a time, so that neither memory nor a connection waits
/// for a slow reader (PERF-4, RX-05). What happens after the first piece is not in it (EX-04).
/// </summary>
public sealed class HistoryExport(TenantWork work, HistoryWords words, TimeProvider clock)
{
    private const int Batch = 1000;

    // The finest step of time that both databases keep.
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    /// <param name="counted">Told the number of rows before the first one leaves.</param>
    public ExportTable Table(HistoryOrder order, Func<int, Task> counted)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new ExportTable(order.Title, [.. HistoryWords.Columns.Select(column => Heading(order, column))], RowsAsync(order, counted));
    }

    /// <summary>
    /// A file is read far from where it was made: its heading names the zone of its moments (FILE-2).
    /// </summary>
    private string Heading(HistoryOrder order, string column) =>
        words.Heading(column)
        + (column == HistoryWords.Moment ? NamedZone.Of(order.Zone).Label(MomentText.IsJapanese(CultureInfo.CurrentUICulture)) : "");

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(HistoryOrder order, Func<int, Task> counted,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var scope = work.Enter(order.Tenant, WorkActor.System("export"));
        var closed = Close(order.Filter, clock.GetUtcNow());
        var (batch, count) = await FirstAsync(scope.ServiceProvider, order.Scope, closed, cancellationToken);

        // After the first piece, so that this event itself is not among the rows.
        await counted(count);
        while (true)
        {
            foreach (var row in batch)
            {
                yield return Cells(order, row);
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            batch = await NextAsync(scope.ServiceProvider, order.Scope, closed, batch[^1].Place, cancellationToken);
        }
    }

    /// <summary>What the screen shows now, and nothing that comes later.</summary>
    private static HistoryFilter Close(HistoryFilter filter, DateTimeOffset now) =>
        filter with { Until = filter.Until is { } until && until <= now ? until : now + Moment };

    /// <summary>The first rows and the number of all, from one snapshot.</summary>
    private static async Task<(IReadOnlyList<HistoryRow> Rows, int Count)> FirstAsync(IServiceProvider services, HistoryScope scope,
        HistoryFilter filter, CancellationToken cancellationToken)
    {
        await using var snapshot = await services.GetRequiredService<Snapshots>().BeginAsync(cancellationToken);
        var query = services.GetRequiredService<HistoryQuery>();
        return (await query.BatchAsync(scope, filter, null, Batch, cancellationToken), await query.CountAllAsync(scope, filter));
    }

    private static Task<IReadOnlyList<HistoryRow>> NextAsync(
        IServiceProvider services, HistoryScope scope, HistoryFilter filter, KeysetPlace after, CancellationToken cancellationToken) =>
        services.GetRequiredService<UnitOfWork>()
            .RunAsync(() => services.GetRequiredService<HistoryQuery>().BatchAsync(scope, filter, after, Batch, cancellationToken),
                cancellationToken);

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
