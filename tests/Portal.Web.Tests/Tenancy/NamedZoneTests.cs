using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Tenancy;

/// <summary>Days and moments where the clocks are put forward and back, and where a year ends (FP-07).</summary>
public sealed class NamedZoneTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "2026-01-01", "2025-12-31T15:00:00Z")]
    [InlineData("Asia/Tokyo", "2028-02-29", "2028-02-28T15:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z")] // the day before had 23 hours
    [InlineData("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z")] // the day before had 25
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z")] // begins at one o'clock
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")] // its first hour comes twice
    [InlineData("America/Havana", "2026-11-02", "2026-11-02T05:00:00Z")]
    public void FP_07_ADayBeginsWhereItsClockSaysSo_AndItsFirstMomentIsInIt(string zone, string day, string first)
    {
        var (named, date) = (NamedZone.Of(zone), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        var start = named.StartOf(date);

        start.ShouldBe(DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        named.DayOf(start).ShouldBe(date);
        named.DayOf(start.AddTicks(-1)).ShouldBe(date.AddDays(-1));
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    [InlineData("America/Havana")]
    [InlineData("Pacific/Chatham")]
    public void FP_07_EachMomentOfYears_IsInExactlyOneDay(string zone)
    {
        var named = NamedZone.Of(zone);
        var end = new DateOnly(2030, 1, 2);
        for (var day = new DateOnly(2026, 12, 30); day < end; day = day.AddDays(1))
        {
            var (start, next) = (named.StartOf(day), named.StartOf(day.AddDays(1)));
            (next - start).TotalHours.ShouldBeInRange(23, 25, $"{zone} {day:o}");
            named.DayOf(next.AddTicks(-1)).ShouldBe(day);
        }
    }
}
