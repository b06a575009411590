namespace Portal.Rules.Calendars;

/// <summary>When work begins and ends on a day of the week; <see cref="Until"/> may be 24:00.</summary>
/// <param name="From">Since midnight, 00:00 to 24:00.</param>
/// <param name="Until">Later than <paramref name="From"/>.</param>
public readonly record struct WorkingSpan(TimeSpan From, TimeSpan Until)
{
    /// <summary>From midnight to midnight.</summary>
    public static readonly WorkingSpan AllDay = new(TimeSpan.Zero, TimeSpan.FromDays(1));
}

/// <summary>How the clock on a wall and the moments that are asked for go together.</summary>
/// <param name="DayOf">The day on which a moment is.</param>
/// <param name="MomentOf">The moment of a day at so much after midnight by the clock on the wall.</param>
public sealed record WallClock(Func<DateTime, DateOnly> DayOf, Func<DateOnly, TimeSpan, DateTime> MomentOf)
{
    /// <summary>Moments are what the wall shows, and no clock is ever changed.</summary>
    public static WallClock Itself { get; } = new(DateOnly.FromDateTime, (day, time) => day.ToDateTime(TimeOnly.MinValue) + time);
}

/// <summary>
/// The working time of a desk: a span for each day of the week by the clock on its wall, without holidays (CASE-9).
/// Between opening and closing it is elapsed time that counts, so that a day on which clocks are changed has an hour
/// more or less.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>
    /// So far ahead at most work ends: longer targets, and calendars without a working day, have no end.
    /// </summary>
    private const int MostDays = 3660;

    private readonly IReadOnlyDictionary<DayOfWeek, WorkingSpan> week;
    private readonly Func<DateOnly, bool> isHoliday;
    private readonly WallClock wall;

    /// <param name="week">Days that are not in it are free.</param>
    /// <param name="isHoliday">Days that are free all the same.</param>
    /// <param name="wall">Where moments are asked for in UTC; null where they are what the wall shows.</param>
    /// <exception cref="ArgumentException">A span ends before it begins, or is not within its day.</exception>
    public WorkingCalendar(IReadOnlyDictionary<DayOfWeek, WorkingSpan> week, Func<DateOnly, bool> isHoliday,
        WallClock? wall = null)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(isHoliday);
        if (week.Values.Any(span => span.From < TimeSpan.Zero || span.Until > TimeSpan.FromDays(1) || span.From >= span.Until))
        {
            throw new ArgumentException("A span begins before it ends, from 00:00 to 24:00.", nameof(week));
        }

        (this.week, this.isHoliday, this.wall) = (week, isHoliday, wall ?? WallClock.Itself);
    }

    /// <summary>Every hour of every day.</summary>
    public static WorkingCalendar Always { get; } =
        new(Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => WorkingSpan.AllDay), _ => false);

    /// <summary>When that much working time has passed.</summary>
    /// <returns>Null where it never has.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="work"/> is negative.</exception>
    public DateTime? After(DateTime from, TimeSpan work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work, TimeSpan.Zero);
        var left = work;
        foreach (var (begins, ends) in Spans(from).Take(MostDays))
        {
            if (ends - begins >= left)
            {
                return begins + left;
            }

            left -= ends - begins;
        }

        return null;
    }

    /// <summary>How much working time lies between the two; zero where the second is not later.</summary>
    public TimeSpan Between(DateTime from, DateTime until) => Spans(from).TakeWhile(span => span.Begins < until)
        .Aggregate(TimeSpan.Zero, (sum, span) => sum + ((span.Ends < until ? span.Ends : until) - span.Begins));

    private IEnumerable<(DateTime Begins, DateTime Ends)> Spans(DateTime from)
    {
        var first = wall.DayOf(from);
        for (var ahead = 0; ahead <= MostDays && first.DayNumber + ahead < DateOnly.MaxValue.DayNumber; ahead++)
        {
            var day = first.AddDays(ahead);
            if (On(day) is { } span)
            {
                // Where clocks are changed, a span can be shorter, longer, or not there at all.
                var (begins, ends) = (wall.MomentOf(day, span.From), wall.MomentOf(day, span.Until));
                if (ends > from && ends > begins)
                {
                    yield return (begins > from ? begins : from, ends);
                }
            }
        }
    }

    private WorkingSpan? On(DateOnly day) => week.TryGetValue(day.DayOfWeek, out var span) && !isHoliday(day) ? span : null;
}
