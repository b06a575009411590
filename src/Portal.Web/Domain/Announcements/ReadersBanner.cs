using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Domain.Announcements;

/// <summary>The banners that one reader may see (HOME-1).</summary>
public sealed class ReadersBanner(PortalDbContext db, AnnouncementSights sights, StandingBanners standing, TenantScope scope,
    TimeProvider clock)
{
    /// <returns>
    /// The newest first, closed or not; null where there are so many that <see cref="FindAsync"/> is to be asked.
    /// </returns>
    public async ValueTask<IReadOnlyList<StandingBanner>?> SeenAsync(AnnouncementReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var now = clock.GetUtcNow();
        return await standing.OfAsync(db, scope.Current) is { } all ? [.. all.Where(each => each.IsSeenBy(reader, now))] : null;
    }

    /// <summary>Asks the database for all of it.</summary>
    /// <returns>The newest that the reader has not closed; null for none.</returns>
    public Task<StandingBanner?> FindAsync(AnnouncementReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return StandingBanners.Lines(StandingBanners.Ordered(sights.BannersOf(reader))).FirstOrDefaultAsync();
    }
}
