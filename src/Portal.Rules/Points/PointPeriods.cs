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
            _ when known.Any(span => span != asked && span.Overlaps(asked)) => PointPeriodFault.Overlaps,
            _ => null,
        };
    }

    /// <summary>
    /// The days that a form begins with: the running period, or the year of the contract that today is in.
    /// </summary>
    /// <param name="known">The contract's periods.</param>
    /// <param name="renews">When the contract is renewed next; null where nobody wrote that down.</param>
    /// <param name="today">In the tenant's zone.</param>
    public static PointSpan Suggested(IEnumerable<PointSpan> known, DateOnly? renews, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(known);
        var running = known.Where(span => span.Contains(today)).ToList();
        return running is [var span] ? span
            : renews > today && renews <= today.AddYears(1) ? new PointSpan(renews.Value.AddYears(-1), renews.Value.AddDays(-1))
            : new PointSpan(today, today.AddYears(1).AddDays(-1));
    }
}
