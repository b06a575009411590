namespace Portal.Rules.Orders;

/// <summary>A rate of consumption tax.</summary>
/// <param name="Hundredths">Of a per cent, 0 to 10,000: 1000 is 10 %.</param>
public readonly record struct TaxRate(int Hundredths)
{
    private const int OfAHundredPerCent = 10_000;

    /// <summary>A rate of whole per cent.</summary>
    /// <param name="percent">0 to 100.</param>
    public static TaxRate OfPercent(int percent) => new(percent * 100);

    /// <summary>The tax on an amount, in whole yen.</summary>
    /// <param name="net">Without tax; not negative.</param>
    /// <param name="rounding">What becomes of the fraction.</param>
    public Yen On(Yen net, TaxRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(net.Amount);
        var exact = checked(net.Amount * Hundredths);
        var (whole, rest) = Math.DivRem(exact, OfAHundredPerCent);
        return new Yen(whole + (IsRoundedUp(rest, rounding) ? 1 : 0));
    }

    private static bool IsRoundedUp(long rest, TaxRounding rounding) => rounding switch
    {
        TaxRounding.Down => false,
        TaxRounding.HalfUp => rest * 2 >= OfAHundredPerCent,
        TaxRounding.Up => rest > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };
}
