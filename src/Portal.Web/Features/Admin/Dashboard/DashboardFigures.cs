using Microsoft.EntityFrameworkCore;
using Portal.Rules.Throttling;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>Counts of today over the tenants one looks after, beside those of a week ago (ADMIN-9).</summary>
public sealed class DashboardFigures(PortalDbContext db, StaffReach reach, LargeCounts large, IDisplayTime time, TimeProvider clock)
{
    public const int Hours = 24;

    private const int DaysOfWeek = 7;

    /// <summary>Series of an outbox row, behind those of <see cref="AuditSeries.All"/>.</summary>
    private const int Failed = 4;
    private const int Waiting = 5;
    private const int Late = 6;

    /// <summary>Series of failed sign-ins by where they came from, and by whose they were.</summary>
    private const int OfAddress = 7;
    private const int OfAccount = 8;

    /// <summary>A mail that is due leaves within seconds; after this time something is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string[] SignIns = AuditSeries.SignIns.Kinds;
    private static readonly string[] Failures = AuditSeries.Failures.Kinds;
    private static readonly string[] Lockouts = AuditSeries.Lockouts.Kinds;
    private static readonly string[] Kinds = [.. AuditSeries.All.SelectMany(series => series.Kinds)];
    private static readonly OutboxState[] Open = [OutboxState.Waiting, OutboxState.Sending, OutboxState.Failed];

    /// <summary>
    /// What is put together in one statement must be of one type of column, also where a name is empty.
    /// </summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    private static readonly ShapedQuery<Asked, HourCount> Counted = new(asked => asked.Sites.IsOne, Count);

    public async Task<DayFigures> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(time.ToZone(now).DateTime);
        var (today, weekAgo) = (time.StartOfDay(day), time.StartOfDay(day.AddDays(-DaysOfWeek)));

        // A day of a large provider has a million events, and its staff look at the same figures (PERF-3).
        var counts = await large.OfAsync(tenants.Select(tenant => tenant.Id), "outbox",
            (nameof(DashboardFigures), today, weekAgo, reach.IsAdministrator), () => CountAsync(tenants, today, weekAgo, now),
            counted => counted.Where(each => each.Series < OfAddress).Sum(each => each.Count));
        var current = (int)(now - today).TotalHours;
        var byHour = ByHour(counts);
        return new DayFigures(
            day,
            [
                .. Enumerable.Range(0, Hours).Select(hour => new HourFigures(today.AddHours(hour), Of(byHour, today, hour, hour),
                    Of(byHour, weekAgo, hour, hour), hour > current)),
            ],
            [
                .. tenants.Select(tenant => TenantDayOf(tenant, [.. counts.Where(each => each.TenantId == tenant.Id)])),
            ])
        {
            Attack = AttackRules.Of(counts.Where(each => each.Series >= OfAddress).Select(each => new FailureTally(
                each.Series == OfAddress ? FailureSource.Address : FailureSource.Account, each.TenantId, each.Name, each.Count))),
        };

        TenantDay TenantDayOf(PortalTenant tenant, IReadOnlyList<HourCount> own)
        {
            var hours = ByHour(own);
            return new TenantDay(tenant, Of(hours, today, 0, current), Of(hours, weekAgo, 0, current),
                reach.IsAdministrator ? Mails(own) : null);
        }
    }

    /// <summary>Events by hour, messages that are not out and frequent failures, in one statement (PERF-2).</summary>
    private static IQueryable<HourCount> Count(PortalDbContext db, Asked asked)
    {
        var events = StaffReach.Within(db.AuditEvents, asked.Sites)
            .Where(row => Kinds.Contains(row.Kind) && (row.OccurredAt >= asked.Today
                || (row.OccurredAt >= asked.WeekAgo && row.OccurredAt < asked.EndOfWeekAgo)))
            .Select(row => new
            {
                row.TenantId,
                Series = SignIns.Contains(row.Kind) ? 0 : Failures.Contains(row.Kind) ? 1 : Lockouts.Contains(row.Kind) ? 2 : 3,
                row.OccurredAt.AddMinutes(asked.Shift).Day,
                row.OccurredAt.AddMinutes(asked.Shift).Hour,
                Name = row.OccurredAt < Never ? row.Address! : "",
            });
        var messages = StaffReach.Within(db.Outbox, asked.Sites).Where(row => asked.ShowsMessages && Open.Contains(row.State))
            .Select(row => new
            {
                row.TenantId,
                Series = row.State == OutboxState.Failed ? Failed : row.NextTryAt <= asked.Late ? Late : Waiting,
                Day = 0,
                Hour = 0,
                Name = row.CreatedAt < Never ? row.Recipient : "",
            });
        var failed = StaffReach.Within(db.AuditEvents, asked.Sites)
            .Where(row => Failures.Contains(row.Kind) && row.OccurredAt > asked.Since);
        var addresses = failed.Select(row =>
            new { TenantId = Guid.Empty, Series = OfAddress, Day = 0, Hour = 0, Name = row.Address ?? "" });
        var accounts = failed.Select(row => new { row.TenantId, Series = OfAccount, Day = 0, Hour = 0, Name = row.SubjectName ?? "" });

        // What was tried once each stays in the database: an attack from a thousand addresses has a thousand of them.
        return events.Concat(messages).Concat(addresses).Concat(accounts).GroupBy(row => row)
            .Where(group => group.Key.Series < OfAddress || group.Count() >= AttackRules.OfAccount)
            .Select(group => new HourCount(group.Key.TenantId, group.Key.Series, group.Key.Day, group.Key.Hour, group.Key.Name,
                group.Count()));
    }

    private async Task<IReadOnlyList<HourCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, DateTimeOffset today,
        DateTimeOffset weekAgo, DateTimeOffset now) =>
        await Counted.Ask(db, new Asked(reach.Sites(tenants), reach.IsAdministrator, today, weekAgo, weekAgo.AddHours(Hours))
        {
            // Where a day begins at half past an hour of UTC, so do its hours.
            Shift = -today.Minute,
            Late = now - Patience,
            Since = now - AttackRules.Window,
        }).ToListAsync();

    private static MailFigures Mails(IReadOnlyList<HourCount> counts)
    {
        int Sum(int series) => counts.Where(each => each.Series == series).Sum(each => each.Count);
        return new MailFigures(Sum(Waiting) + Sum(Late), Sum(Failed), Sum(Late));
    }

    private static Figures Of(ILookup<(int Day, int Hour), HourCount> counts, DateTimeOffset start, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(hour => start.AddHours(hour).AddMinutes(-start.Minute).UtcDateTime)
            .Select(hour => counts[(hour.Day, hour.Hour)])
            .Aggregate(Figures.None, (sum, hour) => sum + new Figures(Sum(hour, 0), Sum(hour, 1), Sum(hour, 2), Sum(hour, 3)));

    private static int Sum(IEnumerable<HourCount> counts, int series) =>
        counts.Where(each => each.Series == series).Sum(each => each.Count);

    private static ILookup<(int Day, int Hour), HourCount> ByHour(IEnumerable<HourCount> counts) =>
        counts.ToLookup(each => (each.Day, each.Hour));

    private sealed record HourCount(Guid TenantId, int Series, int Day, int Hour, string Name, int Count);

    private sealed record Asked(StaffSites Sites, bool ShowsMessages, DateTimeOffset Today, DateTimeOffset WeekAgo,
        DateTimeOffset EndOfWeekAgo)
    {
        /// <summary>Minutes.</summary>
        public required int Shift { get; init; }

        public required DateTimeOffset Late { get; init; }

        public required DateTimeOffset Since { get; init; }
    }
}
