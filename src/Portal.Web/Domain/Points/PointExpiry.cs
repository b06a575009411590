using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Points;

/// <summary>
/// Takes away what is left of periods that are over. What is still set aside stays so; should it come back, it is taken
/// the next time.
/// </summary>
public sealed class PointExpiry(PortalDbContext db, AccountLocks locks, PointSums sums, PointLedger ledger, TenantClock clock)
{
    /// <summary>Periods that are over and whose last entry left something.</summary>
    public IQueryable<Guid> Due()
    {
        var today = clock.Today;
        return db.PointPeriods
            .Where(period => period.EndsOn < today && db.PointEntries.Where(entry => entry.PeriodId == period.Id)
                .OrderByDescending(entry => entry.Order).Select(entry => entry.Left).FirstOrDefault() > 0)
            .OrderBy(period => period.EndsOn).ThenBy(period => period.Id).Select(period => period.Id);
    }

    /// <returns>How many periods something was taken from.</returns>
    public async Task<int> HandleAsync(Guid id)
    {
        var period = await db.PointPeriods.Include(row => row.Contract).SingleAsync(row => row.Id == id);
        await locks.ContractAsync(period.ContractId);
        var left = (await sums.OfAsync(id)).Balance.Left;
        if (period.EndsOn >= clock.Today || left <= 0)
        {
            return 0;
        }

        var outcome = await ledger.WriteAsync(period, new PointWriting(new PointMove(PointKind.Expire, left), "", PointActor.System));
        return outcome is PointOutcome.Done ? 1 : 0;
    }
}
