using Portal.Rules.Points;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;

namespace Portal.Web.Data.Seed.Points;

/// <summary>The points of one period of a contract, entered one by one as the rules allow.</summary>
internal sealed class DemoLedger
{
    private readonly DemoSite site;
    private readonly PointPeriod period;
    private PointBalance balance = PointBalance.Empty;

    public DemoLedger(DemoSite site, Contract contract, PointSpan span)
    {
        this.site = site;
        period = new PointPeriod
        {
            Id = Guid.CreateVersion7(),
            TenantId = site.Tenant.Id,
            ContractId = contract.Id,
            StartsOn = span.From,
            EndsOn = span.Until,
            CreatedAt = site.Tenant.Zone.StartOf(span.From),
        };
        contract.HasPoints = true;
        site.Db.PointPeriods.Add(period);
    }

    public long Left => balance.Left;

    /// <param name="ends">The reservation that it ends.</param>
    public PointEntry Add(PointMove move, string what, PointActor by, DateTimeOffset at, Guid? ends = null)
    {
        if (PointRules.Decide(balance, move) is not PointDecision.Allowed allowed)
        {
            throw new InvalidOperationException($"{move.Kind} of {move.Amount} is not allowed with {balance}.");
        }

        balance = allowed.After;
        var entry = new PointEntry
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            PeriodId = period.Id,
            Order = ++period.EntryCount,
            Kind = move.Kind,
            Amount = checked((int)move.Amount),
            Left = checked((int)balance.Left),
            ReservationId = ends,
            What = what,
            ActorKind = by.Kind,
            ActorId = by.Id,
            ActorName = by.Name,
            At = at,
        };
        site.Db.PointEntries.Add(entry);
        return entry;
    }
}
