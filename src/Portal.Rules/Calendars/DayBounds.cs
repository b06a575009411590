namespace Portal.Rules.Calendars;

/// <summary>
/// Days that somebody can mean who fills in a form. What lies outside is a slip, such as the year 0026 or 20266.
/// </summary>
/// <param name="First">The first that is taken.</param>
/// <param name="Last">The last that is taken.</param>
public readonly record struct DayBounds(DateOnly First, DateOnly Last)
{
    /// <summary>How far ahead anybody plans.</summary>
    public const int YearsAhead = 10;

    /// <summary>Nothing that is spoken of here began before.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <param name="today">Where the form belongs.</param>
    public static DayBounds Around(DateOnly today) => new(Earliest, today.AddYears(YearsAhead));

    /// <summary>For what is still to come, or to end.</summary>
    /// <param name="today">Where the form belongs.</param>
    public static DayBounds Ahead(DateOnly today) => new(today, today.AddYears(YearsAhead));

    /// <param name="day">What was typed.</param>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
