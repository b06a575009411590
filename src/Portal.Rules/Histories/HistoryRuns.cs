namespace Portal.Rules.Histories;

/// <summary>What tells one event of a history from the next.</summary>
/// <param name="At">In the reader's zone.</param>
/// <param name="What">The same for events that read the same: kind, person, place.</param>
public sealed record HistoryMark(DateTimeOffset At, string What)
{
    /// <summary>The reader's day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}

/// <summary>A day of a history.</summary>
/// <param name="Day">The reader's day.</param>
/// <param name="Entries">In the order of the list; each is one event or a run of the same.</param>
public sealed record HistoryDay<T>(DateOnly Day, IReadOnlyList<IReadOnlyList<T>> Entries);

/// <summary>
/// How a history is told: by days, and what happened several times in a row at once. Five failures of one minute are
/// one thing to know, not five lines to read (FACE-6).
/// </summary>
public static class HistoryRuns
{
    /// <summary>Two lines are read faster than what stands for them.</summary>
    public const int Fewest = 3;

    /// <summary>What comes later is another matter: a person who is back from lunch, or somebody else.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Days and entries, in the order of the rows.</summary>
    /// <param name="rows">The newest or the oldest first.</param>
    /// <param name="markOf">What tells a row from the next.</param>
    public static IReadOnlyList<HistoryDay<T>> Of<T>(IReadOnlyList<T> rows, Func<T, HistoryMark> markOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(markOf);
        var entries = Split(rows, (one, next) => Follows(markOf(one), markOf(next)))
            .SelectMany(chain => chain.Count < Fewest ? chain.Select(IReadOnlyList<T> (row) => [row]) : [chain]);
        return
        [
            .. Split(entries, (one, next) => markOf(one[0]).Day == markOf(next[0]).Day)
                .Select(day => new HistoryDay<T>(markOf(day[0][0]).Day, day)),
        ];
    }

    private static bool Follows(HistoryMark one, HistoryMark next) =>
        one.What == next.What && one.Day == next.Day && (one.At - next.At).Duration() <= LongestPause;

    /// <summary>Parts of what stands side by side and belongs together.</summary>
    private static IEnumerable<IReadOnlyList<TItem>> Split<TItem>(IEnumerable<TItem> items, Func<TItem, TItem, bool> belong)
    {
        List<TItem> part = [];
        foreach (var item in items)
        {
            if (part.Count > 0 && !belong(part[^1], item))
            {
                yield return part;
                part = [];
            }

            part.Add(item);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
