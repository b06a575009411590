using Portal.Rules.Points;

namespace Portal.Web.Data.Entities;

/// <summary>
/// Days of a contract for which points are good. How many there are is nowhere but in its <see cref="PointEntry"/>
/// rows.
/// </summary>
public sealed class PointPeriod : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public Contract? Contract { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>
    /// How many entries were written. It says how long the ledger has to be, so that one whose newest entries are gone
    /// does not pass for a whole one.
    /// </summary>
    public int EntryCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public PointSpan Span => new(StartsOn, EndsOn);
}
