using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Announcements;

/// <summary>A published announcement with a banner, without its text; for whom it is and when it shows.</summary>
/// <param name="Service">Whose customers it is for, where the audience is that of a service.</param>
/// <param name="ContractId">Where the audience is that of one contract.</param>
/// <param name="Until">Null for without end.</param>
public sealed record StandingBanner(Guid Id, int Edition, AnnouncementLevel Level, string TitleJa, string? TitleEn,
    AnnouncementAudience Audience, string? Service, Guid? ContractId, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>As <see cref="AnnouncementSights.Of"/> says in the database (AZ-17).</summary>
    public bool IsSeenBy(AnnouncementReader reader, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new AnnouncementSight(AnnouncementRules.StateOf(true, From, Until, now), Audience,
            Service is not null && Service == reader.Service, ContractId is not null && ContractId == reader.ContractId).IsSeen;
    }
}

/// <summary>
/// The banners of each tenant as this node knows them, for ten seconds or until announcements are changed here: most of
/// the time there is none, and a page need not ask for it (PERF-2). Who has closed which is never kept: that would come
/// back on the next node.
/// </summary>
public sealed class StandingBanners(TimeProvider clock)
{
    /// <summary>With more than these, each for few, the database is asked for each reader.</summary>
    public const int Most = 100;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, Known> known = new();
    private long changes;

    /// <returns>The newest first, some of which may begin soon; null where there are too many.</returns>
    public async ValueTask<IReadOnlyList<StandingBanner>?> OfAsync(PortalDbContext db, Guid tenantId)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (now, change) = (clock.GetUtcNow(), Interlocked.Read(ref changes));

        // What was known at a later time is no fresher: clocks are put right.
        if (known.TryGetValue(tenantId, out var found) && found.Change == change && (now - found.At).Duration() < Freshness)
        {
            return found.Rows;
        }

        // What is changed while it is read is of a change before.
        var rows = await ReadAsync(db, tenantId, now);
        known[tenantId] = new Known(now, change, rows);
        return rows;
    }

    /// <summary>
    /// After a commit: before it, somebody could still read what was. Of all tenants, as it happens seldom.
    /// </summary>
    internal void Forget() => Interlocked.Increment(ref changes);

    private static async Task<IReadOnlyList<StandingBanner>?> ReadAsync(PortalDbContext db, Guid tenantId, DateTimeOffset now)
    {
        // What outlives a request says itself whose it is, however much that request may see (AZ-14).
        var soon = now + Freshness;
        var rows = await Lines(Ordered(db.Announcements.Where(row => row.TenantId == tenantId && row.HasBanner && row.IsPublished
            && row.ShownFrom <= soon && (row.ShownUntil == null || row.ShownUntil > now)))).Take(Most + 1).ToListAsync();
        return rows.Count > Most ? null : rows;
    }

    /// <summary>The newest first.</summary>
    internal static IQueryable<Announcement> Ordered(IQueryable<Announcement> rows) =>
        rows.OrderByDescending(row => row.ShownFrom).ThenBy(row => row.Id);

    internal static IQueryable<StandingBanner> Lines(IQueryable<Announcement> rows) => rows.Select(row => new StandingBanner(row.Id,
        row.BannerEdition, row.Level, row.TitleJa, row.TitleEn, row.Audience, row.Service, row.ContractId, row.ShownFrom, row.ShownUntil));

    /// <param name="Change">After how many changes they were read.</param>
    private sealed record Known(DateTimeOffset At, long Change, IReadOnlyList<StandingBanner>? Rows);
}

/// <summary>Sees that a unit of work changes announcements, and says so when it is committed.</summary>
internal sealed class BannerChanges(StandingBanners banners) : ITransactionHook, ICommitListener
{
    private bool has;

    public Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        has = has || db.RecordedEvents.Any(each => AnnouncementEvents.Are(each.Kind));
        return Task.CompletedTask;
    }

    public void Committed()
    {
        if (has)
        {
            banners.Forget();
            has = false;
        }
    }
}
