using Portal.Rules.Orders;

namespace Portal.Web.Data.Entities;

/// <summary>
/// A quote, an order or a cancellation, as it was sent, and what became of it. It belongs to the login ID; all its
/// people see it. Nothing of it but its state changes later: prices, rates, names and addresses are copies.
/// </summary>
public sealed class RentalOrder : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public OrderKind Kind { get; set; }

    /// <summary>Rising by tenant and kind; people read it as <see cref="OrderNumber"/> writes it.</summary>
    public int Number { get; set; }

    public Guid ContractId { get; set; }

    public Contract? Contract { get; set; }

    public Guid? AuthorId { get; set; }

    public string AuthorName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public OrderStatus Status { get; set; }

    /// <summary>When the provider accepted or refused, or the customer took it back.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>What the provider says to its decision.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? ArrangedAt { get; set; }

    /// <summary>Since when the provider has something to do; null while it has not.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>The first day; of a cancellation its order's.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Whole months; null goes on until it is cancelled.</summary>
    public int? Months { get; set; }

    /// <summary>The last day of a quote's prices.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Where goods are brought to; of a cancellation where they are fetched.</summary>
    public required DeliveryAddress Address { get; set; }

    public string Contact { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    public DeliveryWindow Window { get; set; }

    /// <summary>Of a cancellation why.</summary>
    public string Remarks { get; set; } = "";

    /// <summary>The quote whose prices an order has; the order that a cancellation is of.</summary>
    public Guid? BasedOn { get; set; }

    /// <summary>The last day of use of what is given back.</summary>
    public DateOnly? ReturnsOn { get; set; }

    /// <summary>Yen; of a cancellation the fees.</summary>
    public long Net { get; set; }

    public long Tax { get; set; }

    /// <summary>The seller's when it was sent: whatever adds it up again comes to the same (ORDER-7).</summary>
    public TaxRounding TaxRounding { get; set; }

    /// <summary>Number, names and codes of all lines, and the address, as they are searched for.</summary>
    public string SearchKey { get; set; } = "";

    public IList<RentalOrderLine> Lines { get; } = [];

    /// <summary>Counts moves, so that nobody decides about what is not on the page.</summary>
    public int Version { get; set; }

    public OrderNumber Named => new(Kind, Number);

    public RentalPeriod Period => new(StartsOn, Months);

    public Yen Total => new Yen(Net) + new Yen(Tax);

    /// <summary>Of an order: all was given back before it was arranged, so that nobody waits for it.</summary>
    public bool IsCalledOff => Kind == OrderKind.Order && Status == OrderStatus.Accepted && WaitingSince is null;

    /// <summary>Its period, or a quote's prices, ended before that day.</summary>
    public bool IsOverOn(DateOnly day) => OrderRules.IsOver(Kind, Status, Period, ValidUntil, day);

    /// <summary>Of an order: something was given back, so that it costs less than was applied for.</summary>
    public bool IsReduced => Lines.Any(line => line.Cancelled > 0);

    /// <summary>Of an order: what goes on of it once all that was given back is gone, for a month (CANCEL-1).</summary>
    public DocumentTotals Remaining => DocumentTotals.OfRunning(Lines.Select(line => line.Running), TaxRounding);
}
