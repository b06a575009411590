using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Metrics;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Points;

/// <summary>
/// Adds the whole ledger up and compares it with what its entries say was left (PNTS-1). What does not add up was
/// written past the application: people have to look, so it is told in the log and counted, and nothing is mended. So
/// is what cannot be read at all, and it keeps nobody from looking at the rest.
/// </summary>
public sealed partial class PointCheck(PortalDbContext db, CurrentTenant tenant, ILogger<PointCheck> log)
{
    private const int Most = 500;
    private static readonly PointKind[] Kinds = Enum.GetValues<PointKind>();

    private static readonly Counter<long> Faults = PortalMetrics.Meter.CreateCounter<long>(
        "portal.points.faults", description: "Periods whose ledger of points did not add up, by tenant; must stay 0");

    /// <returns>How many ledgers do not add up.</returns>
    public async Task<int> RunAsync()
    {
        var (from, wrong) = (Guid.Empty, 0);
        while (true)
        {
            var after = from;
            var lengths = await db.PointPeriods.Where(period => period.Id > after).OrderBy(period => period.Id).Take(Most)
                .Select(period => new Length(period.Id, period.EntryCount)).ToListAsync();
            if (lengths.Count == 0)
            {
                return wrong;
            }

            foreach (var id in await WrongAsync(lengths))
            {
                wrong++;
                Faults.Add(1, new KeyValuePair<string, object?>("tenant", tenant.Value.Slug));
                LogFault(log, tenant.Value.Slug, id);
            }

            from = lengths[^1].Period;
        }
    }

    /// <summary>Of these periods, those that do not add up.</summary>
    private async Task<IReadOnlyList<Guid>> WrongAsync(List<Length> lengths)
    {
        var periods = lengths.ConvertAll(length => length.Period);
        var unreadable = await db.PointEntries.Where(entry => periods.Contains(entry.PeriodId) && !Kinds.Contains(entry.Kind))
            .Select(entry => entry.PeriodId).Distinct().ToListAsync();
        var entries = await db.PointEntries
            .Where(entry => periods.Contains(entry.PeriodId) && !unreadable.Contains(entry.PeriodId))
            .OrderBy(entry => entry.PeriodId).ThenBy(entry => entry.Order)
            .Select(entry => new Line(entry.PeriodId, entry.Id, entry.Order, entry.Kind, entry.Amount, entry.Left, entry.ReservationId))
            .ToListAsync();
        var ledgers = entries.ToLookup(entry => entry.Period);
        return [.. lengths.Where(length => unreadable.Contains(length.Period) || !AddsUp(ledgers[length.Period], length.Entries))
            .Select(length => length.Period)];
    }

    /// <summary>From the first entry on: each allowed in its turn, with what is left beside it.</summary>
    /// <param name="counted">
    /// How many were written. There may be more: the release before this one does not count.
    /// </param>
    private static bool AddsUp(IEnumerable<Line> entries, int counted)
    {
        var (balance, order, open) = (PointBalance.Empty, 0, new OpenEntries([], []));
        foreach (var entry in entries)
        {
            if (PointRules.Decide(balance, new PointMove(entry.Kind, entry.Amount)) is not PointDecision.Allowed { After: var after }
                || (entry.Order, entry.Left) != (++order, after.Left) || !EndsAsItBegan(entry, open))
            {
                return false;
            }

            balance = after;
        }

        return order >= counted;
    }

    /// <summary>
    /// A reservation is ended once, as a whole; a grant is taken back once, as a whole or in part.
    /// </summary>
    private static bool EndsAsItBegan(Line entry, OpenEntries open) => (entry.Kind, entry.ReservationId) switch
    {
        (PointKind.Reserve, null) => open.Reserved.TryAdd(entry.Id, entry.Amount),
        (PointKind.Use or PointKind.Return, { } id) => open.Reserved.Remove(id, out var amount) && amount == entry.Amount,
        (PointKind.Grant, null) => open.Granted.TryAdd(entry.Id, entry.Amount),
        (PointKind.TakeBack, { } id) => open.Granted.Remove(id, out var amount) && amount >= entry.Amount,
        (PointKind.Expire, null) => true,
        _ => false,
    };

    private readonly record struct OpenEntries(Dictionary<Guid, int> Reserved, Dictionary<Guid, int> Granted);

    private readonly record struct Length(Guid Period, int Entries);

    private readonly record struct Line(Guid Period, Guid Id, int Order, PointKind Kind, int Amount, int Left, Guid? ReservationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger of points of period {Period} of tenant {Tenant} does not add up")]
    private static partial void LogFault(ILogger logger, string tenant, Guid period);
}
