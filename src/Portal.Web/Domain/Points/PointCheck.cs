using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Metrics;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Points;

/// <summary>
/// Adds the whole ledger up and compares it with what its entries say was left (PNTS-1). What does not add up was
/// written past the application: people have to look, so it is told in the log and counted, and nothing is mended.
/// </summary>
public sealed partial class PointCheck(PortalDbContext db, CurrentTenant tenant, ILogger<PointCheck> log)
{
    private const int Most = 500;

    private static readonly Counter<long> Faults = PortalMetrics.Meter.CreateCounter<long>(
        "portal.points.faults", description: "Periods whose ledger of points did not add up, by tenant; must stay 0");

    /// <returns>How many ledgers do not add up.</returns>
    public async Task<int> RunAsync()
    {
        var (from, wrong) = (Guid.Empty, 0);
        while (true)
        {
            var after = from;
            var ids = await db.PointPeriods.Where(period => period.Id > after).OrderBy(period => period.Id).Take(Most)
                .Select(period => period.Id).ToListAsync();
            if (ids.Count == 0)
            {
                return wrong;
            }

            foreach (var id in await WrongAsync(ids))
            {
                wrong++;
                Faults.Add(1, new KeyValuePair<string, object?>("tenant", tenant.Value.Slug));
                LogFault(log, tenant.Value.Slug, id);
            }

            from = ids[^1];
        }
    }

    /// <summary>Of these periods, those that do not add up.</summary>
    private async Task<IReadOnlyList<Guid>> WrongAsync(List<Guid> periods)
    {
        var entries = await db.PointEntries.AsNoTracking().Where(entry => periods.Contains(entry.PeriodId)).OrderBy(entry => entry.PeriodId)
            .ThenBy(entry => entry.Order).ToListAsync();
        return [.. entries.GroupBy(entry => entry.PeriodId).Where(period => !AddsUp(period)).Select(period => period.Key)];
    }

    /// <summary>From the first entry on: each allowed in its turn, with what is left beside it.</summary>
    private static bool AddsUp(IEnumerable<PointEntry> entries)
    {
        var (balance, order, reserved) = (PointBalance.Empty, 0, new Dictionary<Guid, int>());
        foreach (var entry in entries)
        {
            if (PointRules.Decide(balance, new PointMove(entry.Kind, entry.Amount)) is not PointDecision.Allowed { After: var after }
                || (entry.Order, entry.Left) != (++order, after.Left) || !EndsAsItBegan(entry, reserved))
            {
                return false;
            }

            balance = after;
        }

        return true;
    }

    /// <summary>A reservation is ended once, as a whole.</summary>
    private static bool EndsAsItBegan(PointEntry entry, Dictionary<Guid, int> reserved) => (entry.Kind, entry.ReservationId) switch
    {
        (PointKind.Reserve, null) => reserved.TryAdd(entry.Id, entry.Amount),
        (PointKind.Use or PointKind.Return, { } id) => reserved.Remove(id, out var amount) && amount == entry.Amount,
        (PointKind.Grant or PointKind.Expire, null) => true,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger of points of period {Period} of tenant {Tenant} does not add up")]
    private static partial void LogFault(ILogger logger, string tenant, Guid period);
}
