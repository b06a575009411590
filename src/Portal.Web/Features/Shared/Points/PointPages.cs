using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Points;

/// <summary>The points of one period.</summary>
/// <param name="Others">The contract's other periods, newest first.</param>
public sealed record PointsOfPeriod(PointPeriod Period, PointBalance Balance, ListPage<PointEntry> Entries,
    IReadOnlyList<PointPeriod> Others);

/// <summary>Reads what pages of points show, the customer's and the staff's, inside the tenant.</summary>
public sealed class PointPages(PortalDbContext db, PointSums sums, TenantClock clock)
{
    public DateOnly Today => clock.Today;

    /// <param name="asked">A period; null for the running one or, without, the last that has begun.</param>
    /// <returns>Null where the contract has no such period.</returns>
    public async Task<PointsOfPeriod?> ReadAsync(Contract contract, Guid? asked, int? page)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var periods = await PeriodsOf(contract).ToListAsync();
        if (Choose(periods, asked) is not { } period)
        {
            return null;
        }

        var sum = await sums.OfAsync(period.Id);
        var number = ListPages.Within(page);
        var rows = await Ledger(period.Id).OnPage(number).ToListAsync();
        return new PointsOfPeriod(period, sum.Balance,
            new ListPage<PointEntry>(rows, number, ListPages.UsualSize, ListCount.Of(sum.Entries)),
            [.. periods.Where(row => row != period)]);
    }

    /// <summary>All entries, newest first, for a file; null where the contract has no such period.</summary>
    public async Task<IAsyncEnumerable<PointEntry>?> AllAsync(Contract contract, Guid period) =>
        await PeriodsOf(contract).AnyAsync(row => row.Id == period) ? Ledger(period).AsAsyncEnumerable() : null;

    private PointPeriod? Choose(List<PointPeriod> periods, Guid? asked) => asked is { } id
        ? periods.Find(period => period.Id == id)
        : periods.Find(period => period.Span.Contains(Today)) ?? periods.Find(period => period.StartsOn <= Today)
            ?? periods.LastOrDefault();

    private IQueryable<PointPeriod> PeriodsOf(Contract contract) => db.PointPeriods.AsNoTracking()
        .Where(period => period.ContractId == contract.Id).OrderByDescending(period => period.StartsOn);

    private IQueryable<PointEntry> Ledger(Guid period) => db.PointEntries.AsNoTracking().Where(entry => entry.PeriodId == period)
        .OrderByDescending(entry => entry.Order);
}
