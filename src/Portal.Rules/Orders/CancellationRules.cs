namespace Portal.Rules.Orders;

/// <summary>What giving back some pieces of a line comes to.</summary>
/// <param name="Before">Pieces that run now.</param>
/// <param name="Held">Of these, pieces that are asked to be given back already, and not decided yet.</param>
/// <param name="Given">Pieces that are given back.</param>
/// <param name="MonthlyBefore">What those that run cost a month, without tax.</param>
/// <param name="MonthlyAfter">What the rest costs a month, without tax.</param>
/// <param name="Fee">For ending before the minimum term; outside the tax.</param>
public sealed record CancelledLine(int Before, int Held, int Given, Yen MonthlyBefore, Yen MonthlyAfter, Yen Fee)
{
    /// <summary>Pieces that go on once all that was asked for is accepted.</summary>
    public int After => Before - Held - Given;
}

/// <summary>Giving back all or a part of an order (CANCEL-1).</summary>
public static class CancellationRules
{
    /// <summary>How far ahead goods can be given back, in days from now or from the day they come.</summary>
    public const int FurthestReturn = 365;

    /// <summary>What is wrong with a day of return.</summary>
    /// <param name="period">Of the order.</param>
    /// <param name="returnsOn">The last day of use.</param>
    /// <param name="today">The day in the seller's zone.</param>
    /// <returns>Null where nothing is.</returns>
    public static ReturnFault? Find(RentalPeriod period, DateOnly returnsOn, DateOnly today) =>
        returnsOn < today ? ReturnFault.IsPast
        : returnsOn < period.Start ? ReturnFault.BeforeStart
        : period.End < returnsOn ? ReturnFault.AfterEnd
        : returnsOn > Furthest(period, today) ? ReturnFault.TooFar
        : null;

    /// <summary>The last day for which a return can be asked.</summary>
    /// <param name="period">Of the order.</param>
    /// <param name="today">The day in the seller's zone.</param>
    public static DateOnly Furthest(RentalPeriod period, DateOnly today) =>
        (period.Start > today ? period.Start : today).AddDays(FurthestReturn);

    /// <summary>Whether so many can be given back of each line.</summary>
    /// <param name="lines">Each line with what is asked for; 0 for none.</param>
    /// <returns>Null where they can.</returns>
    public static QuantityFault? Find(IReadOnlyCollection<(RunningLine Line, int Given)> lines) =>
        lines.Any(line => line.Given < 0) ? QuantityFault.Negative
        : lines.Any(line => line.Given > line.Line.Free) ? QuantityFault.MoreThanRuns
        : lines.All(line => line.Given == 0) ? QuantityFault.Nothing
        : null;

    /// <summary>What becomes of one line. The fee is computed for one piece and taken so many times, so that giving
    /// back all at once and one after another on the same day costs the same.</summary>
    /// <param name="line">As it is now.</param>
    /// <param name="given">0 to <see cref="RunningLine.Free"/>.</param>
    /// <param name="start">The rental's first day.</param>
    /// <param name="returnsOn">The last day of use.</param>
    public static CancelledLine Apply(RunningLine line, int given, DateOnly start, DateOnly returnsOn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(given);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(given, line.Free);
        return new CancelledLine(line.Runs, line.Held, given, line.Monthly * line.Runs, line.Monthly * (line.Free - given),
            RentalPrice.FeeForEnding(line.Monthly, line.MinimumMonths, start, returnsOn) * given);
    }
}

/// <summary>Why nothing comes back on that day.</summary>
public enum ReturnFault
{
    /// <summary>The day is over.</summary>
    IsPast,

    /// <summary>Nothing is there yet to give back.</summary>
    BeforeStart,

    /// <summary>The rental is over by then, and ends by itself.</summary>
    AfterEnd,

    /// <summary>Nobody plans so far ahead.</summary>
    TooFar,
}

/// <summary>Why so many are not given back.</summary>
public enum QuantityFault
{
    /// <summary>Fewer than none.</summary>
    Negative,

    /// <summary>More than there are, or than are not asked for already.</summary>
    MoreThanRuns,

    /// <summary>None at all.</summary>
    Nothing,
}
