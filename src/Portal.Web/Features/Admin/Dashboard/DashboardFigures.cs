using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="OldestWaiting">Since when the oldest mail waits that is due; null where none is.</param>
/// <param name="Withheld">Mails of the last 24 hours that a limit kept back (ML-08).</param>
public sealed record OutboxHealth(int Waiting, int Failed, DateTimeOffset? OldestWaiting, int Withheld);

/// <summary>Counts over the tenants one looks after (ADMIN-9).</summary>
public sealed class DashboardFigures(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    public const int Hours = 24;

    private static readonly string[] SignIns = [AuditKinds.SignedIn];
    private static readonly string[] Failures = [AuditKinds.SignInFailed, AuditKinds.SignInCodeFailed];
    private static readonly string[] Lockouts = [AuditKinds.Locked, AuditKinds.PasswordVoided];
    private static readonly string[] Resets = [AuditKinds.TemporaryPasswordIssued];

    public Task<int> LockedAsync(IReadOnlyList<PortalTenant> tenants) =>
        reach.Within(db.Users, tenants).WhereLocked(clock.GetUtcNow()).Take(ListCount.Most).CountAsync();

    /// <summary>The last 24 hours, each whole but the present one, oldest first.</summary>
    public async Task<IReadOnlyList<HourFigures>> HoursAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var first = StartOfHour(clock.GetUtcNow()).AddHours(1 - Hours);
        string[] kinds = [.. SignIns, .. Failures, .. Lockouts, .. Resets];
        var counts = await reach.Within(db.AuditEvents, tenants)
            .Where(row => kinds.Contains(row.Kind) && row.OccurredAt >= first)
            .GroupBy(row => new { row.Kind, row.OccurredAt.Day, row.OccurredAt.Hour })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync();
        int Sum(DateTimeOffset hour, string[] of) => counts.Where(each => each.Key.Day == hour.Day && each.Key.Hour == hour.Hour
            && of.Contains(each.Key.Kind)).Sum(each => each.Count);
        return
        [
            .. Enumerable.Range(0, Hours).Select(offset => first.AddHours(offset))
                .Select(hour => new HourFigures(hour, Sum(hour, SignIns), Sum(hour, Failures), Sum(hour, Lockouts), Sum(hour, Resets))),
        ];
    }

    public async Task<OutboxHealth> OutboxAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var now = clock.GetUtcNow();
        var rows = reach.Within(db.Outbox, tenants);
        var waiting = rows.Where(row => row.State == OutboxState.Waiting || row.State == OutboxState.Sending);
        var failed = rows.Where(row => row.State == OutboxState.Failed);
        var withheld = reach.Within(db.AuditEvents, tenants)
            .Where(row => row.Kind == AuditKinds.MailWithheld && row.OccurredAt > now.AddHours(-Hours));

        // One question: any table with a row in it carries the answers.
        return await db.Tenants.OrderBy(tenant => tenant.Id).Take(1).Select(_ => new OutboxHealth(
            waiting.Take(ListCount.Most).Count(),
            failed.Take(ListCount.Most).Count(),
            waiting.Where(row => row.NextTryAt <= now).Min(row => (DateTimeOffset?)row.CreatedAt),
            withheld.Take(ListCount.Most).Count())).SingleAsync();
    }

    /// <summary>How long the database takes to say anything at all.</summary>
    public async Task<TimeSpan> DatabaseAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await db.Database.ExecuteSqlAsync($"SELECT 1");
        return Stopwatch.GetElapsedTime(start);
    }

    private static DateTimeOffset StartOfHour(DateTimeOffset now) =>
        new(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
}
