namespace Portal.Web.Tenancy.Times;

/// <summary>The time where the tenant is: a day, such as the last day of an ID, ends with its customers.</summary>
public sealed class TenantClock(CurrentTenant tenant, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public NamedZone Zone => tenant.Value.Zone;

    public DateOnly Today => Zone.DayOf(Now);

    public TenantMoment Moment
    {
        get
        {
            var now = Now;
            return new TenantMoment(now, Zone.DayOf(now));
        }
    }

    /// <summary>When the day began, in UTC.</summary>
    /// <param name="daysAgo">0 is today, 1 yesterday.</param>
    public DateTimeOffset StartOfDay(int daysAgo = 0) => Zone.StartOf(Today.AddDays(-daysAgo));
}
