using System.Globalization;
using System.Net;
using Portal.Rules.Text;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The conditions of a search, understood.</summary>
/// <param name="Kinds">Null for all.</param>
/// <param name="Until">Before this moment.</param>
public sealed record AuditFilter(IReadOnlyList<string>? Kinds, string? Subject, string? Actor, string? Address, DateTimeOffset? Since,
    DateTimeOffset? Until)
{
    /// <param name="startOfDay">When a day begins where the reader is.</param>
    /// <returns>The filter, and its days as they were understood.</returns>
    public static (AuditFilter Filter, DayRange Days) Of(AuditQuery query, Func<DateOnly, DateTimeOffset> startOfDay)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(startOfDay);
        var days = DayRange.Read(query.From, query.To, startOfDay);
        var (since, until) = Hour(query, startOfDay) is { } hour ? (hour, hour.AddHours(1)) : (days.Since, days.Until);
        var filter = new AuditFilter(AuditSeries.KindsOf(Text(query.Kind)), Text(query.Subject), Text(query.Actor),
            NetworkAddress(query.Address), since, until);
        return (filter, days);
    }

    /// <summary>An hour means something of one day alone.</summary>
    public static bool HasHourWithoutDay(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return !string.IsNullOrWhiteSpace(query.Hour) && OneDay(query) is null;
    }

    private static DateTimeOffset? Hour(AuditQuery query, Func<DateOnly, DateTimeOffset> startOfDay) =>
        OneDay(query) is { } day && int.TryParse(query.Hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
            ? startOfDay(day).AddHours(hour)
            : null;

    private static DateOnly? OneDay(AuditQuery query) => DayRange.Day(query.From) is { } day && DayRange.Day(query.To) == day ? day : null;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : CanonicalText.FreeText(typed);

    private static string? NetworkAddress(string? typed) =>
        Text(typed) is { } text && IPAddress.TryParse(text, out var address) ? address.ToString() : Text(typed);
}
