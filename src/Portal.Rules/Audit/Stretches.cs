namespace Portal.Rules.Audit;

/// <summary>Which events make up a stretch, and up to when all of them are known.</summary>
public static class Stretches
{
    /// <summary>Most events of one seal: few enough for one short transaction.</summary>
    public const int Most = 5000;

    /// <summary>
    /// How long an event may be on its way without a transaction that shows it: recorded before its transaction began,
    /// or by a clock that was set back a little.
    /// </summary>
    public static TimeSpan OnTheWay { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Stretches are removed whole (HIST-5): in one that spans more, events would outstay their time.
    /// </summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(1);

    /// <summary>Where the next stretch ends.</summary>
    /// <param name="occurred">When the events that wait happened, in their order; at least one.</param>
    /// <returns>How many of the first of them make up the next stretch, at least 1.</returns>
    public static int Length(IReadOnlyList<DateTimeOffset> occurred)
    {
        ArgumentNullException.ThrowIfNull(occurred);
        var length = 1;
        while (length < occurred.Count && length < Most && (occurred[length] - occurred[0]).Duration() <= Longest)
        {
            length++;
        }

        return length;
    }

    /// <summary>Before this moment nothing can come into the log any more.</summary>
    /// <param name="now">In UTC.</param>
    /// <param name="oldestOpen">For how long the oldest transaction is open that may bring some; zero for none.</param>
    public static DateTimeOffset SettledUntil(DateTimeOffset now, TimeSpan oldestOpen) =>
        now - (oldestOpen > TimeSpan.Zero ? oldestOpen : TimeSpan.Zero) - OnTheWay;
}
