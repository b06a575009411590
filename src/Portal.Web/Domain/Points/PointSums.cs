using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;

namespace Portal.Web.Domain.Points;

/// <param name="Entries">How many there are.</param>
public sealed record PointSum(PointBalance Balance, int Entries);

/// <summary>The points of a period that can be used now.</summary>
public sealed record RunningPoints(Guid PeriodId, PointSpan Span, PointBalance Balance);

/// <summary>Adds ledgers up: the one place that says how many points there are (PNTS-1).</summary>
public sealed class PointSums(PortalDbContext db)
{
    private static readonly PointSum None = new(PointBalance.Empty, 0);

    public async Task<PointSum> OfAsync(Guid periodId) => (await OfAsync([periodId])).GetValueOrDefault(periodId, None);

    /// <summary>By period; one query for all of them. A period without entries is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, PointSum>> OfAsync(IReadOnlyCollection<Guid> periods)
    {
        var sums = await db.PointEntries.Where(entry => periods.Contains(entry.PeriodId))
            .GroupBy(entry => new { entry.PeriodId, entry.Kind })
            .Select(group => new
            {
                group.Key.PeriodId,
                group.Key.Kind,
                Amount = group.Sum(entry => (long)entry.Amount),
                Count = group.Count(),
            })
            .ToListAsync();
        return sums.GroupBy(sum => sum.PeriodId).ToDictionary(
            period => period.Key,
            period => new PointSum(
                PointBalance.Of(period.Select(sum => new PointMove(sum.Kind, sum.Amount))), period.Sum(sum => sum.Count)));
    }

    /// <summary>The period of the contract that the day belongs to, and what it has; null for none.</summary>
    public async Task<RunningPoints?> RunningAsync(Guid contractId, DateOnly day)
    {
        // A period begins with its first grant: none is without an entry.
        var sums = await db.PointEntries
            .Where(entry => entry.Period!.ContractId == contractId && entry.Period.StartsOn <= day && entry.Period.EndsOn >= day)
            .GroupBy(entry => new { entry.PeriodId, entry.Period!.StartsOn, entry.Period.EndsOn, entry.Kind })
            .Select(group => new { group.Key, Amount = group.Sum(entry => (long)entry.Amount) }).ToListAsync();
        return sums.Count == 0 ? null : new RunningPoints(
            sums[0].Key.PeriodId,
            new PointSpan(sums[0].Key.StartsOn, sums[0].Key.EndsOn),
            PointBalance.Of(sums.Select(sum => new PointMove(sum.Key.Kind, sum.Amount))));
    }
}
