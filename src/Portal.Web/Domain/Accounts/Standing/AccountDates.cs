using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Standing;

public static class AccountDates
{
    /// <summary>Today in the tenant's zone: a valid-until date ends with that day.</summary>
    public static DateOnly Today(DateTimeOffset now, PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(tenant.Profile.TimeZone)).DateTime);
    }
}
