using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Points;

/// <param name="What">What it is for, as the customer reads it.</param>
/// <param name="ReservationId">The reservation that it ends, or the grant that it takes back.</param>
/// <param name="Reason">Why, for the audit log alone.</param>
internal sealed record PointWriting(PointMove Move, string What, PointActor By, Guid? ReservationId = null, string? Reason = null);

/// <summary>
/// The one place that writes entries: as the rules allow, with what is left beside it, and its one event. Whoever calls
/// holds the lock of the contract, so that nobody else adds to its ledgers meanwhile (AZ-18).
/// </summary>
public sealed class PointLedger(PortalDbContext db, PointSums sums, AuditLog audit, TimeProvider clock)
{
    /// <param name="period">With its contract.</param>
    internal async Task<PointOutcome> WriteAsync(PointPeriod period, PointWriting writing)
    {
        var (before, entries) = await sums.OfAsync(period.Id);

        // The row may have been read before the lock was ours.
        var counted = await db.PointPeriods.Where(row => row.Id == period.Id).Select(row => row.EntryCount).SingleOrDefaultAsync();
        switch (PointRules.Decide(before, writing.Move))
        {
            case PointDecision.Refused refused:
                return new PointOutcome.Refused(refused.Why, before);
            case PointDecision.Allowed allowed:
                // Where entries are missing a gap stays behind, for the round that adds the ledger up.
                period.EntryCount = Math.Max(entries, counted) + 1;
                var entry = Entry(period, writing, allowed.After.Left);
                db.PointEntries.Add(entry);
                Record(period, writing, allowed.After.Left);

                // What comes next in this transaction counts it.
                await db.SaveChangesAsync();
                return new PointOutcome.Done(entry, allowed.After);
            case var other:
                throw new InvalidOperationException($"{other} is no decision.");
        }
    }

    private PointEntry Entry(PointPeriod period, PointWriting writing, long left)
    {
        var now = clock.GetUtcNow();
        return new PointEntry
        {
            Id = Guid.CreateVersion7(now),
            PeriodId = period.Id,
            Order = period.EntryCount,
            Kind = writing.Move.Kind,
            Amount = checked((int)writing.Move.Amount),
            Left = checked((int)left),
            ReservationId = writing.ReservationId,
            What = writing.What,
            ActorKind = writing.By.Kind,
            ActorId = writing.By.Id,
            ActorName = writing.By.Name,
            At = now,
        };
    }

    private void Record(PointPeriod period, PointWriting writing, long left) => audit.Record(
        writing.Move.Kind switch
        {
            PointKind.Grant => PointEvents.Granted,
            PointKind.Reserve => PointEvents.Reserved,
            PointKind.Use => PointEvents.Used,
            PointKind.Return => PointEvents.Returned,
            PointKind.TakeBack => PointEvents.TakenBack,
            _ => PointEvents.Expired,
        },
        new AuditSubject(null, period.Contract!.Number, period.ContractId),
        writing.Reason,
        new { points = writing.Move.Amount, left, periodStart = period.StartsOn, periodEnd = period.EndsOn, pointsFor = writing.What });
}
