using System.Linq.Expressions;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Announcements;

/// <summary>
/// Which announcements somebody sees, as a query: <see cref="AnnouncementSight"/> for the database. Banner, home, list
/// and page begin here (AZ-17); a test holds rule and query to each other.
/// </summary>
public sealed class AnnouncementSights(PortalDbContext db, TimeProvider clock)
{
    private Moment Now => new(clock.GetUtcNow());

    /// <summary>What cannot be seen is not among them.</summary>
    public IQueryable<Announcement> Of(AnnouncementReader reader) => Of(db, reader, Now);

    /// <summary>The same, for a query that is compiled.</summary>
    public static IQueryable<Announcement> Of(PortalDbContext db, AnnouncementReader reader, Moment at)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reader);
        return db.Announcements.Where(In(AnnouncementState.Shown, at)).Where(row => row.Audience == AnnouncementAudience.Tenant
            || (row.Audience == AnnouncementAudience.Service && reader.Service != null && row.Service == reader.Service)
            || (row.Audience == AnnouncementAudience.Contract && reader.ContractId != null && row.ContractId == reader.ContractId));
    }

    /// <summary>
    /// Those whose banner the reader has not closed: <see cref="AnnouncementRules.IsBannerOpen"/> for the database
    /// (HOME-1).
    /// </summary>
    public IQueryable<Announcement> BannersOf(AnnouncementReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var me = reader.UserId;
        return Of(reader).Where(row => row.HasBanner && !db.AnnouncementReadings.Any(reading => reading.AnnouncementId == row.Id
            && reading.UserId == me && reading.ClosedEdition >= row.BannerEdition));
    }

    /// <summary>Those that strangers read now or within the time, which must not be for some customers alone.</summary>
    public IQueryable<Announcement> OnSignIn(TimeSpan ahead)
    {
        var (now, soon) = (clock.GetUtcNow(), clock.GetUtcNow() + ahead);
        return db.Announcements.Where(row => row.IsOnSignIn && row.IsPublished && row.Audience == AnnouncementAudience.Tenant
            && row.ShownFrom <= soon && (row.ShownUntil == null || row.ShownUntil > now));
    }

    /// <summary><see cref="AnnouncementRules.StateOf"/> for the database.</summary>
    public Expression<Func<Announcement, bool>> In(AnnouncementState state) => In(state, Now);

    private static Expression<Func<Announcement, bool>> In(AnnouncementState state, Moment at) => state switch
    {
        AnnouncementState.Draft => row => !row.IsPublished,
        AnnouncementState.Planned => row => row.IsPublished && row.ShownFrom > at.Now
            && (row.ShownUntil == null || row.ShownUntil > at.Now),
        AnnouncementState.Shown => row => row.IsPublished && row.ShownFrom <= at.Now
            && (row.ShownUntil == null || row.ShownUntil > at.Now),
        AnnouncementState.Over => row => row.IsPublished && row.ShownUntil <= at.Now,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
