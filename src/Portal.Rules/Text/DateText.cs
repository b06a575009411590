using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>
/// A date as people type it in a field (ui.md 1.3): 2026-07-01,
/// 2026/7/1, 2026.7.1 or 2026年7月1日, digits of either width.
/// </summary>
public static class DateText
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>Reads a date of the Gregorian calendar.</summary>
    /// <param name="text">What was typed; any length.</param>
    /// <returns>The date, or null for what is none: 30 February, eras, two-digit years, times.</returns>
    public static DateOnly? Parse(string text)
    {
        var plain = string.Concat(Folding.Compatible(text).Where(c => !char.IsWhiteSpace(c)));
        return plain.All(c => char.IsAsciiDigit(c) || "-/.年月日".Contains(c, StringComparison.Ordinal))
            && DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }
}
