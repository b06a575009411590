using System.Globalization;
using Portal.Rules.Orders;

namespace Portal.Web.Domain.Orders.Placing;

/// <summary>One line of what is about to be ordered.</summary>
/// <param name="Monthly">For one piece and a month, without tax.</param>
public sealed record PricedLine(Guid ItemId, string Code, string Name, string? NameEn, int Quantity, Yen Monthly, int MinimumMonths,
    TaxRate Rate)
{
    /// <summary>All pieces for a month.</summary>
    public Yen MonthlyOfAll => Monthly * Quantity;

    public string NameIn(string language) => language == "en" && NameEn is { Length: > 0 } name ? name : Name;
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

    /// <summary>
    /// What somebody has seen on the check page: whatever of it changes until the form is sent is shown anew.
    /// </summary>
    public string Seen => string.Join(';', [.. Lines.Select(line => string.Create(CultureInfo.InvariantCulture,
        $"{line.Code}*{line.Quantity}@{line.Monthly.Amount}+{line.Rate.Hundredths}")),
        Totals.Total.Amount.ToString(CultureInfo.InvariantCulture)]);
}
