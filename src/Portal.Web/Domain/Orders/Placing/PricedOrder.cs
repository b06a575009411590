using System.Globalization;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Placing;

/// <summary>One line of what is about to be ordered.</summary>
/// <param name="Monthly">For one piece and a month, without tax.</param>
public sealed record PricedLine(Guid ItemId, string Code, string Name, string? NameEn, int Quantity, Yen Monthly, int MinimumMonths,
    TaxRate Rate) : INamedGood
{
    /// <summary>All pieces for a month.</summary>
    public Yen MonthlyOfAll => Monthly * Quantity;
}

/// <summary>An order that was made of a quote already.</summary>
public sealed record QuoteOrder(int Number, DateTimeOffset CreatedAt, string AuthorName)
{
    public OrderNumber Named => new(OrderKind.Order, Number);
}

/// <summary>What is about to be ordered, with its sums; computed here alone, never in a browser (ORDER-1).</summary>
/// <param name="Lines">In the order of the document.</param>
/// <param name="Months">That the sums are for.</param>
/// <param name="ForMonth">The sums of one month.</param>
/// <param name="Totals">The sums of all months; the document's.</param>
public sealed record PricedOrder(IReadOnlyList<PricedLine> Lines, int Months, DocumentTotals ForMonth, DocumentTotals Totals)
{
    public static PricedOrder Of(IReadOnlyList<PricedLine> lines, int months, TaxRounding rounding) => new(lines, months,
        DocumentTotals.Of(lines.Select(line => new TaxedAmount(line.MonthlyOfAll, line.Rate)), rounding),
        DocumentTotals.Of(lines.Select(line => new TaxedAmount(line.MonthlyOfAll * months, line.Rate)), rounding));

    /// <summary>Orders that were made of the same quote: whoever orders once more knows it.</summary>
    public IReadOnlyList<QuoteOrder> Former { get; init; } = [];

    /// <summary>The longest minimum term of its lines; 0 for none.</summary>
    public int MinimumMonths => Lines.Max(line => (int?)line.MinimumMonths) ?? 0;

    /// <summary>
    /// What somebody has seen on the check page: whatever of it changes until the form is sent is shown anew.
    /// </summary>
    public string Seen =>
        string.Join(';', [.. Lines.Select(Terms), Totals.Total.Amount.ToString(CultureInfo.InvariantCulture),
            .. Former.Select(order => order.Named.ToString())]);

    /// <summary>Whether a former application had the same lines at the same prices and terms.</summary>
    public bool IsAsIn(RentalOrder former)
    {
        ArgumentNullException.ThrowIfNull(former);
        var then = former.Lines.Select(line => Terms(new PricedLine(line.ItemId, line.Code, line.Name, line.NameEn, line.Quantity,
            new Yen(line.Monthly), line.MinimumMonths, new TaxRate(line.TaxRate))));
        return Lines.Select(Terms).Order(StringComparer.Ordinal).SequenceEqual(then.Order(StringComparer.Ordinal));
    }

    private static string Terms(PricedLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.Code}*{line.Quantity}@{line.Monthly.Amount}+{line.Rate.Hundredths}/{line.MinimumMonths}");
}
