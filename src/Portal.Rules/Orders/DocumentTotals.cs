namespace Portal.Rules.Orders;

/// <summary>What one line of a document comes to.</summary>
/// <param name="Net">Without tax; not negative.</param>
/// <param name="Rate">Null for what consumption tax is not asked on, such as a fee for ending early.</param>
public readonly record struct TaxedAmount(Yen Net, TaxRate? Rate);

/// <summary>All lines of one rate together.</summary>
/// <param name="Rate">Null for what is outside the tax.</param>
/// <param name="Net">Their sum without tax.</param>
/// <param name="Tax">Computed of that sum, and rounded once.</param>
public readonly record struct RateTotal(TaxRate? Rate, Yen Net, Yen Tax);

/// <summary>
/// The sums of one document. Tax is computed and rounded once for each rate of the document, never for each line:
/// the rule for qualified invoices (Consumption Tax Act, art. 57-4; enforcement order, art. 70-10), which makes the
/// total independent of how the lines are split (ORDER-7).
/// </summary>
/// <param name="Rates">The highest rate first; what is outside the tax last. A rate without lines is left out.</param>
/// <param name="Net">All lines without tax.</param>
/// <param name="Tax">The tax of all rates.</param>
public sealed record DocumentTotals(IReadOnlyList<RateTotal> Rates, Yen Net, Yen Tax)
{
    /// <summary>What is to be paid.</summary>
    public Yen Total => Net + Tax;

    /// <summary>Adds up the lines of a document.</summary>
    /// <param name="lines">In any order.</param>
    /// <param name="rounding">The seller's.</param>
    public static DocumentTotals Of(IEnumerable<TaxedAmount> lines, TaxRounding rounding)
    {
        RateTotal[] rates =
        [
            .. lines.GroupBy(line => line.Rate).OrderByDescending(group => group.Key?.Hundredths ?? -1)
                .Select(group => Of(group.Key, Yen.Sum(group.Select(line => line.Net)), rounding)),
        ];
        return new DocumentTotals(rates, Yen.Sum(rates.Select(rate => rate.Net)), Yen.Sum(rates.Select(rate => rate.Tax)));
    }

    /// <summary>Adds up what lines of an order that still run cost a month; what was given back is out of it
    /// (CANCEL-1).</summary>
    /// <param name="lines">As they are now, in any order.</param>
    /// <param name="rounding">The order's.</param>
    public static DocumentTotals OfRunning(IEnumerable<RunningLine> lines, TaxRounding rounding) =>
        Of(lines.Select(line => new TaxedAmount(line.Monthly * line.Runs, line.Rate)).Where(line => line.Net > Yen.Zero), rounding);

    private static RateTotal Of(TaxRate? rate, Yen net, TaxRounding rounding) =>
        new(rate, net, rate?.On(net, rounding) ?? Yen.Zero);
}
