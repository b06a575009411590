using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>
/// A day and a time by the clock on the wall, as browsers send it (2026-07-01T09:00) or as people type it: a date of
/// <see cref="DateText"/>, a blank, 9:00 or 09:00.
/// </summary>
public static class ClockText
{
    private static readonly string[] Times = ["H:m", "H:mm", "HH:mm", "HH:mm:ss"];

    /// <summary>Reads a moment that has no zone.</summary>
    /// <param name="text">What was typed; any length.</param>
    /// <returns>Null for what is none.</returns>
    public static DateTime? Parse(string text)
    {
        var plain = Folding.Compatible(text).Trim();
        return plain.Split([' ', 'T'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var day, var time]
            && DateText.Parse(day) is { } date
            && TimeOnly.TryParseExact(time, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
                ? date.ToDateTime(clock)
                : null;
    }

    /// <summary>As a field of a browser takes it.</summary>
    /// <param name="moment">By the clock on the wall.</param>
    public static string Of(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
