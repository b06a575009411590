namespace Portal.Rules.Points;

/// <summary>The days for which points are good.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Until">The last of them.</param>
public readonly record struct PointSpan(DateOnly From, DateOnly Until)
{
    /// <summary>How many days, the first and the last among them.</summary>
    public int Days => Until.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the day is one of them.</summary>
    /// <param name="day">Any day.</param>
    public bool Contains(DateOnly day) => From <= day && day <= Until;

    /// <summary>Whether the two share a day.</summary>
    /// <param name="other">Another period of the contract.</param>
    public bool Overlaps(PointSpan other) => From <= other.Until && other.From <= Until;
}
