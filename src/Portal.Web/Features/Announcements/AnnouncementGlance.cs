using Microsoft.EntityFrameworkCore;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;

namespace Portal.Web.Features.Announcements;

/// <summary>What the home page and the banner say of an announcement; its text stays where it is.</summary>
/// <param name="IsOpen">It has a banner that the reader has not closed.</param>
public sealed record AnnouncementLine(Guid Id, AnnouncementLevel Level, string TitleJa, string? TitleEn, DateTimeOffset ShownFrom,
    bool IsOpen);

/// <summary>
/// The newest announcements, for the banner of every page and the section of the home page: whichever asks first asks
/// for both, so that neither page costs more than one look (PERF-2).
/// </summary>
public sealed class AnnouncementGlance(PortalDbContext db, AnnouncementSights sights, CurrentSession session, UnitOfWork work)
{
    private IReadOnlyList<AnnouncementLine>? newest;

    private AnnouncementReader Reader => AnnouncementReader.Of(session.User);

    /// <summary>As many as the home page shows.</summary>
    public async Task<IReadOnlyList<AnnouncementLine>> NewestAsync()
    {
        newest ??= await AskAsync(sights.Of(Reader), AnnouncementLimits.Glanced);
        return [.. newest.Take(AnnouncementLimits.OnHome)];
    }

    /// <summary>The newest whose banner is open; null for none.</summary>
    public async Task<AnnouncementLine?> BannerAsync()
    {
        var open = newest?.FirstOrDefault(line => line.IsOpen);
        return open is not null || newest?.Count < AnnouncementLimits.Glanced
            ? open
            : (await work.RunAsync(() => AskAsync(sights.BannersOf(Reader), 1))).FirstOrDefault();
    }

    private async Task<IReadOnlyList<AnnouncementLine>> AskAsync(IQueryable<Announcement> rows, int most)
    {
        var me = session.UserId;
        return await rows.OrderByDescending(row => row.ShownFrom).ThenBy(row => row.Id).Take(most)
            .Select(row => new AnnouncementLine(row.Id, row.Level, row.TitleJa, row.TitleEn, row.ShownFrom,
                row.HasBanner && !db.AnnouncementReadings.Any(reading => reading.AnnouncementId == row.Id && reading.UserId == me
                    && reading.ClosedEdition >= row.BannerEdition))).ToListAsync();
    }
}
