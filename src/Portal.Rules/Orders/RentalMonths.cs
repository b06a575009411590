namespace Portal.Rules.Orders;

/// <summary>
/// Months of a rental, counted from its first day: the first goes to the day before the same day of the next month.
/// Where that month has no such day it goes to the end of that month (Civil Code, art. 143, par. 2): a month from 31
/// January ends with February, whether that has 28 days or 29, and the next one is of March.
/// </summary>
public static class RentalMonths
{
    /// <summary>The first day of a month of the rental.</summary>
    /// <param name="start">The rental's first day.</param>
    /// <param name="months">How many months lie before it; 0 is the start itself.</param>
    public static DateOnly Start(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        var same = start.AddMonths(months);
        return same.Day == start.Day ? same : same.AddDays(1);
    }

    /// <summary>The last day of a rental of so many months.</summary>
    /// <param name="start">The rental's first day.</param>
    /// <param name="months">At least 1.</param>
    public static DateOnly End(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return Start(start, months).AddDays(-1);
    }

    /// <summary>In which month of the rental a day lies.</summary>
    /// <param name="start">The rental's first day.</param>
    /// <param name="day">Not before it.</param>
    /// <returns>0 for the first month.</returns>
    public static int Of(DateOnly start, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, start);
        var months = ((day.Year - start.Year) * 12) + day.Month - start.Month;
        return months > 0 && Start(start, months) > day ? months - 1 : months;
    }
}
