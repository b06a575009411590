namespace Portal.Rules.Points;

/// <summary>Why points are not given for these days.</summary>
public enum PointPeriodFault
{
    /// <summary>The last day comes before the first.</summary>
    EndsBeforeItBegins,

    /// <summary>The last day is past: the points would be gone at once.</summary>
    IsOver,

    /// <summary>Longer than <see cref="PointLimits.Days"/>.</summary>
    IsTooLong,

    /// <summary>Some days belong to another period: nobody could say from which of the two points are taken.</summary>
    Overlaps,
}

/// <summary>Periods of a contract: on each day at most one.</summary>
public static class PointPeriods
{
    /// <summary>What stands against giving points for these days; null for nothing.</summary>
    /// <param name="known">The contract's periods; the same days again are one of them, and fine.</param>
    /// <param name="asked">The days.</param>
    /// <param name="today">In the tenant's zone.</param>
    public static PointPeriodFault? FaultOf(IEnumerable<PointSpan> known, PointSpan asked, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(known);
        return asked switch
        {
            _ when asked.Until < asked.From => PointPeriodFault.EndsBeforeItBegins,
            _ when asked.Until < today => PointPeriodFault.IsOver,
            _ when asked.Days > PointLimits.Days => PointPeriodFault.IsTooLong,
            _ when InTheWay(known, asked) is not null => PointPeriodFault.Overlaps,
            _ => null,
        };
    }

    /// <summary>The first of the periods that these days cut; null for none, or where they are one of them.</summary>
    /// <param name="known">The contract's periods.</param>
    /// <param name="asked">The days.</param>
    public static PointSpan? InTheWay(IEnumerable<PointSpan> known, PointSpan asked)
    {
        ArgumentNullException.ThrowIfNull(known);
        var cut = known.Where(span => span != asked && span.Overlaps(asked)).OrderBy(span => span.From).ToList();
        return cut is [var first, ..] ? first : null;
    }

    /// <summary>
    /// The days that a form begins with: the running period, or the year of the contract that today is in, as far as no
    /// other period has its days. <see cref="FaultOf"/> has nothing against them.
    /// </summary>
    /// <param name="known">The contract's periods.</param>
    /// <param name="renews">When the contract is renewed next; null where nobody wrote that down.</param>
    /// <param name="today">In the tenant's zone.</param>
    public static PointSpan Suggested(IEnumerable<PointSpan> known, DateOnly? renews, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(known);
        var all = known.ToList();
        return all.FindIndex(span => span.Contains(today)) is var running and >= 0
            ? all[running]
            : Between(all, YearOf(renews, today), today);
    }

    private static PointSpan YearOf(DateOnly? renews, DateOnly today) => renews > today && renews <= today.AddYears(1)
        ? new PointSpan(renews.Value.AddYears(-1), renews.Value.AddDays(-1))
        : new PointSpan(today, today.AddYears(1).AddDays(-1));

    private static PointSpan Between(List<PointSpan> known, PointSpan year, DateOnly today) => new(
        known.Where(span => span.Until < today).Select(span => span.Until.AddDays(1)).Append(year.From).Max(),
        known.Where(span => span.From > today).Select(span => span.From.AddDays(-1)).Append(year.Until).Min());
}
