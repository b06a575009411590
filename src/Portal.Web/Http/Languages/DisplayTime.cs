using System.Globalization;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Languages;

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

/// <summary>Moments as the person in front of the screen reads them.</summary>
public interface IDisplayTime
{
    /// <summary>IANA identifier of the reader's zone.</summary>
    string Zone { get; }

    /// <summary>The zone, to be put after the heading of a column of moments.</summary>
    string ZoneInWords { get; }

    DateTimeOffset ToZone(DateTimeOffset value);

    /// <summary>The moment at which a day begins where the reader is, in UTC.</summary>
    DateTimeOffset StartOfDay(DateOnly day);

    string Format(DateTimeOffset value, TimeStyle style = TimeStyle.List);
}

internal sealed class DisplayTime(CurrentSession session, CurrentTenant tenant) : IDisplayTime
{
    private const string Japan = "Asia/Tokyo";

    // From this day on no zone makes the beginning of a day underflow.
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public string Zone => session.TimeZone ?? PortalZone;

    public string ZoneInWords => ZoneLabel.Of(Zone, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja");

    private string PortalZone => tenant.OrNull?.Profile.TimeZone ?? Japan;

    private TimeZoneInfo Info => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    public DateTimeOffset ToZone(DateTimeOffset value) => TimeZoneInfo.ConvertTime(value, Info);

    public DateTimeOffset StartOfDay(DateOnly day)
    {
        var local = (day < Earliest ? Earliest : day).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Info.GetUtcOffset(local)).ToUniversalTime();
    }

    public string Format(DateTimeOffset value, TimeStyle style = TimeStyle.List)
    {
        var culture = CultureInfo.CurrentUICulture;
        var japanese = culture.TwoLetterISOLanguageName == "ja";
        var text = ToZone(value).ToString(Pattern(style, japanese), culture);
        return ShowsClock(style) && Zone != PortalZone ? text + ZoneLabel.Of(Zone, japanese) : text;
    }

    private static bool ShowsClock(TimeStyle style) => style is TimeStyle.List or TimeStyle.Prose;

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
