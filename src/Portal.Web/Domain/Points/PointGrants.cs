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

/// <summary>Gives points (ADMIN-4). Those bought beside the plan are a grant of their own in the same period.</summary>
public sealed class PointGrants(PortalDbContext db, AccountLocks locks, PointLedger ledger, TenantClock clock)
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
