using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Points;

/// <summary>
/// Points that are set aside for something, and then used or free again: each reservation ends once, as a whole. All
/// under the lock of the contract: of many at once with points for one, one is served (AZ-18).
/// </summary>
public sealed class PointReservations(PortalDbContext db, AccountLocks locks, PointLedger ledger, TenantClock clock)
{
    /// <summary>From the period that today belongs to.</summary>
    /// <param name="what">What they are for, as the customer reads it.</param>
    public async Task<PointOutcome> ReserveAsync(Guid contractId, int amount, string what, PointActor by)
    {
        await locks.ContractAsync(contractId);
        var today = clock.Today;
        var running = await db.PointPeriods.Include(period => period.Contract).SingleOrDefaultAsync(
            period => period.ContractId == contractId && period.StartsOn <= today && period.EndsOn >= today);
        return running is { } period
            ? await ledger.WriteAsync(period, new PointWriting(new PointMove(PointKind.Reserve, amount), what, by))
            : new PointOutcome.NoPeriod();
    }

    /// <summary>What was asked for is done: the points are used.</summary>
    public Task<PointOutcome> SettleAsync(Guid reservationId, PointActor by) => EndAsync(reservationId, PointKind.Use, by);

    /// <summary>
    /// What was asked for is not done: the points are free again, in the period that they came from, be it over or not.
    /// </summary>
    public Task<PointOutcome> ReturnAsync(Guid reservationId, PointActor by) => EndAsync(reservationId, PointKind.Return, by);

    private async Task<PointOutcome> EndAsync(Guid reservationId, PointKind how, PointActor by)
    {
        var reserved = await db.PointEntries.AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Id == reservationId && entry.Kind == PointKind.Reserve);
        if (reserved is null)
        {
            return new PointOutcome.NoReservation();
        }

        var period = await db.PointPeriods.Include(row => row.Contract).SingleAsync(row => row.Id == reserved.PeriodId);
        await locks.ContractAsync(period.ContractId);
        return await db.PointEntries.AnyAsync(entry => entry.ReservationId == reservationId)
            ? new PointOutcome.NoReservation()
            : await ledger.WriteAsync(period,
                new PointWriting(new PointMove(how, reserved.Amount), reserved.What, by, reservationId));
    }
}
