using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Points;

/// <summary>Points to be given.</summary>
/// <param name="What">What they are, as the customer reads it.</param>
public sealed record PointGrant(int Amount, PointSpan Span, string What);

/// <param name="Left">Of its period: no more than that can be taken back.</param>
/// <param name="IsTakenBack">It was before; that happens once.</param>
public sealed record GrantToTakeBack(PointEntry Grant, long Left, bool IsTakenBack)
{
    public long Most => IsTakenBack ? 0 : Math.Max(0, Math.Min(Grant.Amount, Left));
}

/// <summary>
/// Gives points, and takes them back (ADMIN-4). Those bought beside the plan are a grant of their own in the same
/// period.
/// </summary>
public sealed class PointGrants(PortalDbContext db, AccountLocks locks, PointSums sums, PointLedger ledger,
    TenantClock clock)
{
    /// <param name="reason">Why, for the audit log.</param>
    public async Task<PointOutcome> GrantAsync(Guid contractId, PointGrant grant, PointActor by, string reason)
    {
        ArgumentNullException.ThrowIfNull(grant);
        await locks.ContractAsync(contractId);
        var contract = await db.Contracts.SingleAsync(row => row.Id == contractId);
        var known = await db.PointPeriods.Where(period => period.ContractId == contractId).ToListAsync();
        var spans = known.ConvertAll(period => period.Span);
        if (PointPeriods.FaultOf(spans, grant.Span, clock.Today) is { } fault)
        {
            return new PointOutcome.WrongPeriod(fault, PointPeriods.InTheWay(spans, grant.Span));
        }

        var move = new PointMove(PointKind.Grant, grant.Amount);
        if (PointRules.Decide(PointBalance.Empty, move) is PointDecision.Refused refused)
        {
            return new PointOutcome.Refused(refused.Why, PointBalance.Empty);
        }

        var period = known.Find(row => row.Span == grant.Span) ?? Begin(contract, grant.Span);
        contract.HasPoints = true;
        return await ledger.WriteAsync(period, new PointWriting(move, grant.What, by, Reason: reason));
    }

    /// <summary>A grant of the contract, and whether it can be taken back.</summary>
    /// <returns>Null for another entry.</returns>
    public async Task<GrantToTakeBack?> FindAsync(Guid contractId, Guid grantId)
    {
        var grant = await db.PointEntries.AsNoTracking().Include(entry => entry.Period)
            .SingleOrDefaultAsync(entry => entry.Id == grantId && entry.Kind == PointKind.Grant && entry.Period!.ContractId == contractId);
        return grant is null ? null : new GrantToTakeBack(grant, (await sums.OfAsync(grant.PeriodId)).Balance.Left,
            await db.PointEntries.AnyAsync(entry => entry.ReservationId == grantId));
    }

    /// <summary>
    /// Takes a grant back, once, as a whole or in part: never more than is left, so that what is set aside stays so.
    /// </summary>
    /// <param name="reason">Why, for the audit log.</param>
    public async Task<PointOutcome> TakeBackAsync(Guid contractId, Guid grantId, int amount, PointActor by, string reason)
    {
        await locks.ContractAsync(contractId);
        if (await FindAsync(contractId, grantId) is not { IsTakenBack: false, Grant: var grant })
        {
            return new PointOutcome.NoReservation();
        }

        if (amount > grant.Amount)
        {
            return new PointOutcome.Refused(PointObstacle.WrongAmount, (await sums.OfAsync(grant.PeriodId)).Balance);
        }

        var period = await db.PointPeriods.Include(row => row.Contract).SingleAsync(row => row.Id == grant.PeriodId);
        return await ledger.WriteAsync(period,
            new PointWriting(new PointMove(PointKind.TakeBack, amount), grant.What, by, grant.Id, reason));
    }

    private PointPeriod Begin(Contract contract, PointSpan span)
    {
        var period = new PointPeriod
        {
            Id = Guid.CreateVersion7(clock.Now),
            ContractId = contract.Id,
            Contract = contract,
            StartsOn = span.From,
            EndsOn = span.Until,
            CreatedAt = clock.Now,
        };
        db.PointPeriods.Add(period);
        return period;
    }
}
