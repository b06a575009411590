namespace Portal.Web.Tenancy;

/// <summary>The day as the tenant's customers have it.</summary>
public static class TenantDay
{
    /// <summary>When the day began in the tenant's zone.</summary>
    /// <param name="daysAgo">0 is today, 1 yesterday.</param>
    public static DateTimeOffset StartOfDay(this PortalTenant tenant, DateTimeOffset now, int daysAgo = 0)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Profile.TimeZone);
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(-daysAgo);

        // Where clocks go forward at midnight, the day begins an hour later.
        var first = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(first, zone.GetUtcOffset(first)).ToUniversalTime();
    }
}
