using Portal.Rules.Orders;

namespace Portal.Web.Data.Entities;

/// <summary>What an item costs from a day on; the price before is kept.</summary>
public sealed class ItemPrice : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ItemId { get; set; }

    public RentalItem? Item { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Yen for one piece and a month, without tax.</summary>
    public long Monthly { get; set; }

    public DatedPrice Dated => new(From, new Yen(Monthly));
}
