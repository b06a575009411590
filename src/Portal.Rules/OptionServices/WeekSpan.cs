namespace Portal.Rules.OptionServices;

/// <summary>
/// A time of the day on some days of the week. One that ends before it begins ends on the next day; one without times
/// is the whole day.
/// </summary>
/// <param name="Days">On which it begins.</param>
/// <param name="From">Its first minute.</param>
/// <param name="Until">The first minute behind it.</param>
public sealed record WeekSpan(IReadOnlyList<DayOfWeek> Days, TimeOnly? From, TimeOnly? Until)
{
    /// <summary>Whether it has no times.</summary>
    public bool IsWholeDay => From is null && Until is null;

    /// <summary>Whether it goes over midnight.</summary>
    public bool EndsOnTheNextDay => Until < From;
}
