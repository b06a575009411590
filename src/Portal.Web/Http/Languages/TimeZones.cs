using System.Globalization;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Http.Languages;

/// <summary>The zones of the world by their IANA names, from west to east.</summary>
public static class TimeZones
{
    private static readonly string[] Areas =
        ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    private static readonly Lazy<IReadOnlyList<Choice>> Listed = new(() =>
    [
        new Choice("UTC", "UTC"),
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => Array.Exists(Areas, area => zone.Id.StartsWith(area, StringComparison.Ordinal)))
            .OrderBy(zone => zone.BaseUtcOffset).ThenBy(zone => zone.Id, StringComparer.Ordinal)
            .Select(zone => new Choice(zone.Id, $"(UTC{Offset(zone.BaseUtcOffset)}) {zone.Id}")),
    ]);

    public static IReadOnlyList<Choice> All => Listed.Value;

    public static bool Has(string id) => All.Any(zone => zone.Value == id);

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
