using System.Globalization;

namespace Portal.Web.Tenancy.Times;

public enum TimeStyle
{
    /// <summary>2026/07/01 09:05, 1 Jul 2026, 09:05.</summary>
    List,

    /// <summary>2026年7月1日（水） 9:05, Wednesday, 1 July 2026, 09:05.</summary>
    Prose,

    /// <summary>2026/07/01, 1 Jul 2026.</summary>
    Date,

    /// <summary>2026年7月1日（水）, Wednesday, 1 July 2026.</summary>
    ProseDate,
}

/// <summary>Moments and days as text, the same on pages and in mails.</summary>
public static class MomentText
{
    public static bool ShowsClock(TimeStyle style) => style is TimeStyle.List or TimeStyle.Prose;

    /// <param name="moment">In the reader's zone already.</param>
    public static string Of(DateTimeOffset moment, TimeStyle style, CultureInfo culture) =>
        moment.ToString(Pattern(style, IsJapanese(culture)), culture);

    public static string Of(DateOnly day, CultureInfo culture) => Of(day, TimeStyle.ProseDate, culture);

    /// <param name="style">One without a clock.</param>
    public static string Of(DateOnly day, TimeStyle style, CultureInfo culture) =>
        day.ToString(Pattern(style, IsJapanese(culture)), culture);

    public static bool IsJapanese(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "ja";
    }

    // Explicit patterns: the culture's own short forms leave hours unpadded and change between ICU versions.
    private static string Pattern(TimeStyle style, bool japanese) => (style, japanese) switch
    {
        (TimeStyle.List, true) => "yyyy'/'MM'/'dd HH':'mm",
        (TimeStyle.Prose, true) => "yyyy年M月d日（ddd） H':'mm",
        (TimeStyle.Date, true) => "yyyy'/'MM'/'dd",
        (TimeStyle.ProseDate, true) => "yyyy年M月d日（ddd）",
        (TimeStyle.List, false) => "d MMM yyyy, HH':'mm",
        (TimeStyle.Prose, false) => "dddd, d MMMM yyyy, HH':'mm",
        (TimeStyle.Date, false) => "d MMM yyyy",
        (TimeStyle.ProseDate, false) => "dddd, d MMMM yyyy",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };
}
