using Microsoft.EntityFrameworkCore;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Keysets;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Announcements;

/// <summary>What the home page says of an announcement; its text stays where it is.</summary>
/// <param name="Edition">Of its banner.</param>
/// <param name="IsOpen">It has a banner that the reader has not closed.</param>
public sealed record AnnouncementLine(Guid Id, int Edition, AnnouncementLevel Level, string TitleJa, string? TitleEn,
    DateTimeOffset ShownFrom, bool IsOpen);

/// <summary>
/// The newest announcements, for the section of the home page and for the banner of every page: what the home page has
/// asked for, its banner need not ask again (PERF-2).
/// </summary>
public sealed class AnnouncementGlance(PortalDbContext db, CurrentSession session, TimeProvider clock)
{
    private static readonly ShapedQuery<Asked, Found> Newest = new(_ => nameof(Newest), (db, asked) =>
        StandingBanners.Ordered(AnnouncementSights.Of(db, asked.Reader, asked.At)).TakeFixed(AnnouncementLimits.Glanced)
            .Select(row => new Found(
                new AnnouncementLine(row.Id, row.BannerEdition, row.Level, row.TitleJa, row.TitleEn, row.ShownFrom, row.HasBanner),
                db.AnnouncementReadings.Where(reading => reading.AnnouncementId == row.Id && reading.UserId == asked.Reader.UserId)
                    .Select(reading => reading.ClosedEdition).FirstOrDefault())));

    private IReadOnlyList<AnnouncementLine>? newest;

    /// <summary>Among what is known is the banner, or there are no more announcements.</summary>
    public bool KnowsBanner => newest is { } known && (known.Count < AnnouncementLimits.Glanced || known.Any(line => line.IsOpen));

    /// <summary>As far as it is known; null for none.</summary>
    public AnnouncementLine? Banner => newest?.FirstOrDefault(line => line.IsOpen);

    private AnnouncementReader Reader => AnnouncementReader.Of(session.User);

    /// <summary>As many as the home page shows.</summary>
    public async Task<IReadOnlyList<AnnouncementLine>> NewestAsync()
    {
        var found = await Newest.Ask(db, new Asked(Reader, new Moment(clock.GetUtcNow()))).ToListAsync();
        newest = found.ConvertAll(each => each.Line with
        {
            IsOpen = each.Line.IsOpen && AnnouncementRules.IsBannerOpen(each.Line.Edition, each.Closed),
        });
        return [.. newest.Take(AnnouncementLimits.OnHome)];
    }

    private sealed record Asked(AnnouncementReader Reader, Moment At);

    private sealed record Found(AnnouncementLine Line, int? Closed);
}
