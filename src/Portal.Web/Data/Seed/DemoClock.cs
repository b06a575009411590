using Portal.Web.Tenancy.Times;

namespace Portal.Web.Data.Seed;

/// <summary>Moments relative to the first start, at hours at which people work where the tenant is.</summary>
internal sealed class DemoClock(DateTimeOffset now, NamedZone zone)
{
    public DateTimeOffset Now => now;

    public DateOnly Today => zone.DayOf(now);

    public DateTimeOffset DaysAgo(int days) => now.AddDays(-days);

    /// <summary>A moment of an earlier day, by the clock on the wall.</summary>
    public DateTimeOffset On(int daysAgo, int minuteOfDay) => zone.On(Today.AddDays(-daysAgo), TimeSpan.FromMinutes(minuteOfDay));
}
