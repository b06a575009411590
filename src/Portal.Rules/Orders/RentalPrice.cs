namespace Portal.Rules.Orders;

/// <summary>
/// What one piece costs, without tax. Whole months cost the monthly price; of a month that is not used to its end the
/// days are paid, as parts of that month's days, fractions of a yen dropped.
/// </summary>
public static class RentalPrice
{
    /// <summary>Whole months.</summary>
    /// <param name="monthly">The price of a month; not negative.</param>
    /// <param name="months">Not negative.</param>
    public static Yen OfMonths(Yen monthly, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(monthly.Amount);
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return monthly * months;
    }

    /// <summary>From the first day to the last one, both included.</summary>
    /// <param name="monthly">The price of a month; not negative.</param>
    /// <param name="start">The rental's first day.</param>
    /// <param name="last">The last day; nothing is paid where it lies before the first.</param>
    public static Yen Until(Yen monthly, DateOnly start, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(monthly.Amount);
        if (last < start)
        {
            return Yen.Zero;
        }

        var whole = RentalMonths.Of(start, last);
        var (from, next) = (RentalMonths.Start(start, whole), RentalMonths.Start(start, whole + 1));
        var (used, days) = (last.DayNumber - from.DayNumber + 1, next.DayNumber - from.DayNumber);
        return OfMonths(monthly, whole) + new Yen(checked(monthly.Amount * used) / days);
    }

    /// <summary>What giving it back on a day costs beside the days until then.</summary>
    /// <param name="monthly">The price of a month; not negative.</param>
    /// <param name="minimumMonths">The minimum term; 0 for none.</param>
    /// <param name="start">The rental's first day.</param>
    /// <param name="last">The last day.</param>
    /// <returns>The rest of the minimum term: with the days until then it makes the price of the whole term, to the
    /// yen. Nothing once the term is over.</returns>
    public static Yen FeeForEnding(Yen monthly, int minimumMonths, DateOnly start, DateOnly last)
    {
        var term = OfMonths(monthly, minimumMonths);
        var used = Until(monthly, start, last);
        return used < term ? term - used : Yen.Zero;
    }
}
