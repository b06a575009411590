using Portal.Rules.Points;

namespace Portal.Web.Data.Entities;

/// <summary>One entry of a ledger of points (PNTS-1): added under the lock of its contract, never changed.</summary>
public sealed class PointEntry : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid PeriodId { get; set; }

    public PointPeriod? Period { get; set; }

    /// <summary>From 1 within the period, without gaps.</summary>
    public int Order { get; set; }

    public PointKind Kind { get; set; }

    /// <summary>Above 0: the kind says in which direction.</summary>
    public int Amount { get; set; }

    /// <summary>
    /// What was left after it, as people read it beside the entry. A round adds the ledger up and compares.
    /// </summary>
    public int Left { get; set; }

    /// <summary>The reservation that a use or return ends, or the grant that is taken back; each once.</summary>
    public Guid? ReservationId { get; set; }

    /// <summary>What it is for, as the customer reads it.</summary>
    public required string What { get; set; }

    /// <summary>Whose act it is: the customer's person, the staff, or the passing of time.</summary>
    public ActorKind ActorKind { get; set; }

    public Guid? ActorId { get; set; }

    public string ActorName { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
