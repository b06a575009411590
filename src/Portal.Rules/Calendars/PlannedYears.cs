namespace Portal.Rules.Calendars;

/// <summary>
/// The years that somebody can mean who says from when until when something is shown (ADMIN-6): what lies outside was
/// mistyped, and is near the ends of what a calendar holds.
/// </summary>
public static class PlannedYears
{
    /// <summary>The first of them.</summary>
    public const int First = 2000;

    /// <summary>The last of them.</summary>
    public const int Last = 2199;

    /// <param name="year">By the clock on the wall.</param>
    public static bool Include(int year) => year is >= First and <= Last;
}
