namespace Portal.Rules.Orders;

/// <summary>From when on and for how long something is rented.</summary>
/// <param name="Start">The first day.</param>
/// <param name="Months">Whole months, at least 1; null goes on until it is cancelled.</param>
public readonly record struct RentalPeriod(DateOnly Start, int? Months)
{
    /// <summary>The longest that can be agreed on at once.</summary>
    public const int MostMonths = 60;

    /// <summary>How far ahead a rental may begin, in days.</summary>
    public const int FurthestStart = 365;

    /// <summary>The last day; null for none.</summary>
    public DateOnly? End => Months is { } months ? RentalMonths.End(Start, months) : null;

    /// <summary>What a document about it adds up: the whole period, or the first month of one without an end.</summary>
    public int BilledMonths => Months ?? 1;

    /// <summary>
    /// The day by which is told what runs now: what goes on its first day is counted as gone from the beginning.
    /// </summary>
    /// <param name="today">The day in the seller's zone.</param>
    public DateOnly DayOfUse(DateOnly today) => today > Start ? today : Start.AddDays(1);

    /// <summary>
    /// The first day for which goods are still to be brought: nobody brings what is fetched on the same day.
    /// </summary>
    /// <param name="today">The day in the seller's zone.</param>
    public DateOnly DayOfBringing(DateOnly today) => (today > Start ? today : Start).AddDays(1);

    /// <summary>All that is wrong with it on a day: its start first, then its length.</summary>
    /// <param name="today">The day in the seller's zone.</param>
    /// <param name="daysAhead">How many days the seller needs before the first one.</param>
    /// <param name="minimumMonths">The longest minimum term of what is rented; 0 for none.</param>
    public IReadOnlyList<PeriodFault> Find(DateOnly today, int daysAhead, int minimumMonths)
    {
        PeriodFault? start = Start < today.AddDays(daysAhead) ? PeriodFault.TooSoon
            : Start > today.AddDays(FurthestStart) ? PeriodFault.TooFar
            : null;
        PeriodFault? length = Months is < 1 or > MostMonths ? PeriodFault.WrongLength
            : Months < minimumMonths ? PeriodFault.BelowMinimum
            : null;
        return [.. new[] { start, length }.OfType<PeriodFault>()];
    }

    /// <summary>Whether something of it is still to come or runs.</summary>
    /// <param name="today">The day in the seller's zone.</param>
    public bool RunsOn(DateOnly today) => End is not { } end || end >= today;
}

/// <summary>Why a period is not taken.</summary>
public enum PeriodFault
{
    /// <summary>Nobody can deliver by then.</summary>
    TooSoon,

    /// <summary>Nobody plans so far ahead.</summary>
    TooFar,

    /// <summary>Shorter than a month or longer than can be agreed on.</summary>
    WrongLength,

    /// <summary>It ends before the minimum term of something in it does.</summary>
    BelowMinimum,
}
