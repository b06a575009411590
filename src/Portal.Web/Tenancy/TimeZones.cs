namespace Portal.Web.Tenancy;

/// <summary>The time zones that people choose from: one a region, by its IANA name, from east to west.</summary>
public static class TimeZones
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[]
        {
            "Pacific/Auckland", "Australia/Sydney", "Australia/Brisbane", "Pacific/Guam", "Asia/Tokyo", "Asia/Seoul", "Asia/Shanghai", "Asia/Hong_Kong",
            "Asia/Taipei", "Asia/Manila", "Asia/Singapore", "Asia/Kuala_Lumpur", "Australia/Perth", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Jakarta",
            "Asia/Yangon", "Asia/Dhaka", "Asia/Kolkata", "Asia/Karachi", "Asia/Dubai", "Europe/Istanbul", "Asia/Riyadh", "Africa/Nairobi", "Africa/Johannesburg",
            "Africa/Cairo", "Europe/Helsinki", "Europe/Warsaw", "Europe/Berlin", "Europe/Paris", "Europe/Amsterdam", "Europe/Madrid", "Africa/Lagos", "Europe/London",
            "UTC", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Toronto", "America/New_York", "America/Chicago", "America/Mexico_City",
            "America/Denver", "America/Los_Angeles", "America/Vancouver", "America/Anchorage", "Pacific/Honolulu",
        }.Where(id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)),
    ];
}
