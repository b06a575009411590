using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.AuditTrail;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>Counts of today over the tenants one looks after, beside those of a week ago (ADMIN-9).</summary>
public sealed class DashboardFigures(PortalDbContext db, StaffReach reach, IDisplayTime time, TimeProvider clock)
{
    public const int Hours = 24;

    private const int DaysOfWeek = 7;

    private static readonly string[] Kinds = [.. AuditSeries.All.SelectMany(series => series.Kinds)];

    public async Task<DayFigures> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(time.ToZone(now).DateTime);
        var (today, weekAgo) = (time.StartOfDay(day), time.StartOfDay(day.AddDays(-DaysOfWeek)));
        var counts = await CountAsync(tenants, today, weekAgo);
        var mails = reach.IsAdministrator ? await MailsAsync(tenants, now) : null;
        var current = (int)(now - today).TotalHours;
        return new DayFigures(
            day,
            [
                .. Enumerable.Range(0, Hours).Select(hour => new HourFigures(today.AddHours(hour), Of(counts, today, hour, hour),
                    Of(counts, weekAgo, hour, hour), hour > current)),
            ],
            [
                .. tenants.Select(tenant => (Tenant: tenant, Own: counts.Where(each => each.TenantId == tenant.Id).ToList()))
                    .Select(each => new TenantDay(each.Tenant, Of(each.Own, today, 0, current), Of(each.Own, weekAgo, 0, current),
                        mails?.GetValueOrDefault(each.Tenant.Id, MailFigures.None))),
            ]);
    }

    private async Task<IReadOnlyList<HourCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, DateTimeOffset today,
        DateTimeOffset weekAgo)
    {
        // Where a day begins at half past an hour of UTC, so do its hours.
        var shift = -today.Minute;
        var endOfWeekAgo = weekAgo.AddHours(Hours);
        return await reach.Within(db.AuditEvents, tenants)
            .Where(row => Kinds.Contains(row.Kind)
                && (row.OccurredAt >= today || (row.OccurredAt >= weekAgo && row.OccurredAt < endOfWeekAgo)))
            .Select(row => new { row.TenantId, row.Kind, At = row.OccurredAt.AddMinutes(shift) })
            .GroupBy(row => new { row.TenantId, row.Kind, row.At.Day, row.At.Hour })
            .Select(group => new HourCount(group.Key.TenantId, group.Key.Kind, group.Key.Day, group.Key.Hour, group.Count()))
            .ToListAsync();
    }

    private async Task<Dictionary<Guid, MailFigures>> MailsAsync(IReadOnlyList<PortalTenant> tenants, DateTimeOffset now)
    {
        OutboxState[] open = [OutboxState.Waiting, OutboxState.Sending, OutboxState.Failed];
        var rows = await reach.Within(db.Outbox, tenants).Where(row => open.Contains(row.State))
            .GroupBy(row => new { row.TenantId, row.State })
            .Select(group => new
            {
                group.Key.TenantId,
                group.Key.State,
                Count = group.Count(),
                Oldest = group.Min(row => row.NextTryAt <= now ? (DateTimeOffset?)row.CreatedAt : null),
            }).ToListAsync();
        return rows.GroupBy(row => row.TenantId).ToDictionary(tenant => tenant.Key, tenant => new MailFigures(
            tenant.Where(row => row.State != OutboxState.Failed).Sum(row => row.Count),
            tenant.Where(row => row.State == OutboxState.Failed).Sum(row => row.Count),
            tenant.Where(row => row.State != OutboxState.Failed).Min(row => row.Oldest)));
    }

    private static Figures Of(IReadOnlyList<HourCount> counts, DateTimeOffset start, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(hour => start.AddHours(hour).AddMinutes(-start.Minute).UtcDateTime)
            .Select(hour => counts.Where(each => each.Day == hour.Day && each.Hour == hour.Hour).ToList())
            .Aggregate(Figures.None, (sum, hour) => sum + new Figures(Sum(hour, AuditSeries.SignIns), Sum(hour, AuditSeries.Failures),
                Sum(hour, AuditSeries.Lockouts), Sum(hour, AuditSeries.Resets)));

    private static int Sum(IEnumerable<HourCount> counts, AuditSeries series) =>
        counts.Where(each => series.Kinds.Contains(each.Kind)).Sum(each => each.Count);

    private sealed record HourCount(Guid TenantId, string Kind, int Day, int Hour, int Count);
}
