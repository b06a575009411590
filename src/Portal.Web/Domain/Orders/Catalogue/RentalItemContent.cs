using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Catalogue;

/// <summary>An item as the staff writes it.</summary>
/// <param name="Code">Counts for a new one alone.</param>
/// <param name="Monthly">The first price of a new one, from today on; null for one that is there.</param>
public sealed record RentalItemContent(string Code, ItemCategory Category, string Name, string? NameEn, string Text, string? TextEn,
    ItemStock Stock, int MinimumMonths, TaxClass TaxClass, int Position, Yen? Monthly)
{
    /// <summary>As an item says it.</summary>
    public static RentalItemContent Of(RentalItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.Code, item.Category, item.Name, item.NameEn, item.Text, item.TextEn, item.Stock, item.MinimumMonths,
            item.TaxClass, item.Position, null);
    }

    /// <summary>What the log tells, by the names that it has there.</summary>
    internal IReadOnlyList<(string Name, object? Value)> Facts =>
    [
        ("itemCategory", Category.ToString()),
        ("itemName", Name),
        ("itemNameEn", NameEn),
        ("itemText", Text),
        ("itemTextEn", TextEn),
        ("itemStock", Stock.ToString()),
        ("minimumMonths", MinimumMonths),
        ("taxClass", TaxClass.ToString()),
        ("itemPosition", Position),
    ];

    internal void ApplyTo(RentalItem item)
    {
        (item.Category, item.Name, item.NameEn, item.Text, item.TextEn) = (Category, Name, NameEn, Text, TextEn);
        (item.Stock, item.MinimumMonths, item.TaxClass, item.Position) = (Stock, MinimumMonths, TaxClass, Position);
    }
}

/// <summary>What became of an act on an item.</summary>
public abstract record RentalItemOutcome
{
    private RentalItemOutcome()
    {
    }

    public sealed record Done(RentalItem Row) : RentalItemOutcome;

    /// <summary>It was so already, or there is nothing to remove; nothing is recorded.</summary>
    public sealed record Unchanged : RentalItemOutcome;

    /// <summary>Another item has the code.</summary>
    public sealed record CodeTaken : RentalItemOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Conflict(RentalItem Row) : RentalItemOutcome;

    /// <summary>A price that cannot be.</summary>
    public sealed record WrongPrice(PriceFault Fault) : RentalItemOutcome;
}
