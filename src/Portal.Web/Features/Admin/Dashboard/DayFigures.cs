using Portal.Rules.Throttling;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="Waiting">Mails and webhooks that are not out yet.</param>
/// <param name="Late">Those among them that should have been out some time ago.</param>
public sealed record MailFigures(int Waiting, int Failed, int Late)
{
    public bool IsStuck => Failed + Late > 0;
}

/// <summary>One tenant's day until now, and the same hours of the same day a week ago.</summary>
/// <param name="Mails">Null for those who may not see the outbox.</param>
public sealed record TenantDay(PortalTenant Tenant, Figures Today, Figures WeekAgo, MailFigures? Mails);

/// <summary>Today and the same day a week ago, in the reader's zone.</summary>
public sealed record DayFigures(DateOnly Day, IReadOnlyList<HourFigures> Hours, IReadOnlyList<TenantDay> Tenants)
{
    /// <summary>Who fails to sign in far too often.</summary>
    public required AttackSigns Attack { get; init; }
}
