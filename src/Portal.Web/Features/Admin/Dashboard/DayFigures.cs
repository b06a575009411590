using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="Waiting">Mails and webhooks that are not out yet.</param>
/// <param name="OldestDue">Since when the oldest waits that is due; null where none is.</param>
public sealed record MailFigures(int Waiting, int Failed, DateTimeOffset? OldestDue)
{
    /// <summary>A mail that is due leaves within seconds; after this time something is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static readonly MailFigures None = new(0, 0, null);

    public bool IsStuck(DateTimeOffset now) => Failed > 0 || now - OldestDue > Patience;
}

/// <summary>One tenant's day until now, and the same hours of the same day a week ago.</summary>
/// <param name="Mails">Null for those who may not see the outbox.</param>
public sealed record TenantDay(PortalTenant Tenant, Figures Today, Figures WeekAgo, MailFigures? Mails);

/// <summary>Today and the same day a week ago, in the reader's zone.</summary>
public sealed record DayFigures(DateOnly Day, IReadOnlyList<HourFigures> Hours, IReadOnlyList<TenantDay> Tenants);
