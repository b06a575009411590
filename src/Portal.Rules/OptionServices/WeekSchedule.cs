namespace Portal.Rules.OptionServices;

/// <summary>Spans over a week that goes round: a Sunday night ends on a Monday.</summary>
public static class WeekSchedule
{
    /// <summary>Spans of one schedule.</summary>
    public const int Most = 6;

    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>What is wrong, by the place of the span.</summary>
    /// <param name="spans">In the order in which they were entered.</param>
    public static IReadOnlyDictionary<int, WeekSpanFault> Find(IReadOnlyList<WeekSpan> spans)
    {
        var faults = new Dictionary<int, WeekSpanFault>();
        var taken = new bool[Week];
        for (var place = 0; place < spans.Count; place++)
        {
            if ((OfItself(spans[place]) ?? Occupy(spans[place], taken)) is { } fault)
            {
                faults[place] = fault;
            }
        }

        return faults;
    }

    /// <summary>Whether a moment of the week lies in one of them.</summary>
    /// <param name="spans">Sound ones.</param>
    /// <param name="day">Of the moment.</param>
    /// <param name="time">Of the moment.</param>
    public static bool Holds(IEnumerable<WeekSpan> spans, DayOfWeek day, TimeOnly time)
    {
        var minute = ((int)day * Day) + (time.Hour * 60) + time.Minute;
        return spans.SelectMany(Minutes).Any(taken => taken == minute);
    }

    private static WeekSpanFault? OfItself(WeekSpan span) => span switch
    {
        { Days.Count: 0 } => WeekSpanFault.NoDays,
        { From: null, Until: null } => null,
        { From: null } or { Until: null } => WeekSpanFault.HalfATime,
        _ when span.From == span.Until => WeekSpanFault.NoLength,
        _ => null,
    };

    private static WeekSpanFault? Occupy(WeekSpan span, bool[] taken)
    {
        var minutes = Minutes(span).ToList();
        var overlaps = minutes.Exists(minute => taken[minute]);
        foreach (var minute in minutes)
        {
            taken[minute] = true;
        }

        return overlaps || minutes.Distinct().Count() < minutes.Count ? WeekSpanFault.Overlaps : null;
    }

    private static IEnumerable<int> Minutes(WeekSpan span)
    {
        var from = Minute(span.From ?? TimeOnly.MinValue);
        var length = span.IsWholeDay ? Day : (Minute(span.Until!.Value) - from + Day) % Day;
        return span.Days.SelectMany(day => Enumerable.Range(((int)day * Day) + from, length)).Select(minute => minute % Week);
    }

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
