namespace Portal.Rules.Orders;

/// <summary>
/// What one piece costs from a day on, until the next price holds. Prices that hold or held are history and stay; only
/// what is planned can be taken back (ORDER-1).
/// </summary>
/// <param name="From">The first day on which it holds, in the seller's zone.</param>
/// <param name="Monthly">Whole yen for a month, without tax; 0 to <see cref="OrderLimits.MonthlyPrice"/>.</param>
public readonly record struct DatedPrice(DateOnly From, Yen Monthly)
{
    /// <summary>How far ahead a price can be planned, in days.</summary>
    public const int FurthestStart = 730;

    /// <summary>The last day from which a price can be planned to hold.</summary>
    /// <param name="today">The day in the seller's zone.</param>
    public static DateOnly Furthest(DateOnly today) => today.AddDays(FurthestStart);

    /// <summary>Which of the prices holds on a day: the latest that has begun by then.</summary>
    /// <param name="prices">In any order, one a day.</param>
    /// <param name="day">The day in the seller's zone.</param>
    /// <returns>Null before the first of them.</returns>
    public static DatedPrice? On(IEnumerable<DatedPrice> prices, DateOnly day) =>
        prices.Where(price => price.From <= day).OrderByDescending(price => price.From).Select(price => (DatedPrice?)price)
            .FirstOrDefault();

    /// <summary>Whether it has not begun to hold.</summary>
    /// <param name="today">The day in the seller's zone.</param>
    public bool IsPlanned(DateOnly today) => From > today;

    /// <summary>What is wrong with adding it.</summary>
    /// <param name="known">The item's prices so far.</param>
    /// <param name="today">The day in the seller's zone; a price may hold from that day on.</param>
    /// <returns>Null where nothing is.</returns>
    public PriceFault? Find(IEnumerable<DatedPrice> known, DateOnly today)
    {
        var from = From;
        return Monthly < Yen.Zero || Monthly > new Yen(OrderLimits.MonthlyPrice) ? PriceFault.OutOfRange
            : from < today ? PriceFault.IsPast
            : from > Furthest(today) ? PriceFault.TooFar
            : known.Any(price => price.From == from) ? PriceFault.SameDay
            : null;
    }
}

/// <summary>Why a price is not taken.</summary>
public enum PriceFault
{
    /// <summary>Negative, or dearer than anything that is rented.</summary>
    OutOfRange,

    /// <summary>What was shown on a day that is over stays as it was.</summary>
    IsPast,

    /// <summary>Nobody plans so far ahead.</summary>
    TooFar,

    /// <summary>Another price begins on that day.</summary>
    SameDay,
}
