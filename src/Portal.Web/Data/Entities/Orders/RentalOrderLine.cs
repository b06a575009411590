using Portal.Rules.Orders;

namespace Portal.Web.Data.Entities;

/// <summary>One line of an application, with copies of what the catalogue said.</summary>
public sealed class RentalOrderLine : ITenantOwned, INamedGood
{
    public Guid TenantId { get; set; }

    public Guid OrderId { get; set; }

    /// <summary>From 1; a line of a cancellation has the position of the order's line that it is of.</summary>
    public int Position { get; set; }

    public Guid ItemId { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    public int Quantity { get; set; }

    /// <summary>Yen for one piece and a month, without tax.</summary>
    public long Monthly { get; set; }

    public int MinimumMonths { get; set; }

    /// <summary>In hundredths of a per cent.</summary>
    public int TaxRate { get; set; }

    /// <summary>Of an order's line: pieces given back for good.</summary>
    public int Cancelled { get; set; }

    /// <summary>Of an order's line: pieces in cancellations that are not decided yet.</summary>
    public int Held { get; set; }

    /// <summary>Of a cancellation's line: pieces that ran when it was asked for, or accepted.</summary>
    public int Before { get; set; }

    /// <summary>Of a cancellation's line: the fee in yen, outside the tax.</summary>
    public long Fee { get; set; }

    public RunningLine Running => new(new Yen(Monthly), new TaxRate(TaxRate), MinimumMonths, Quantity, Cancelled, Held);
}
