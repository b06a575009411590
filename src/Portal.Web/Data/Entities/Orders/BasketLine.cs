namespace Portal.Web.Data.Entities;

/// <summary>
/// What somebody has chosen and not ordered yet. It is a row, so that it outlives session and browser.
/// </summary>
public sealed class BasketLine : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public Guid ItemId { get; set; }

    public RentalItem? Item { get; set; }

    public int Quantity { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
