namespace Portal.Web.Data.Seed;

/// <summary>Moments relative to the first start, at hours at which people work where the tenant is.</summary>
internal sealed class DemoClock(DateTimeOffset now, string timeZone)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    public DateTimeOffset Now => now;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    public DateTimeOffset DaysAgo(int days) => now.AddDays(-days);

    /// <summary>A moment of an earlier day, by the clock on the wall.</summary>
    public DateTimeOffset On(int daysAgo, int minuteOfDay)
    {
        var local = Today.AddDays(-daysAgo).ToDateTime(TimeOnly.MinValue).AddMinutes(minuteOfDay);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
