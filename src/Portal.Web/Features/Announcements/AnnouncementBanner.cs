using System.Globalization;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Headers;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Announcements;

/// <summary>The newest announcement with a banner that the reader has not closed (HOME-1).</summary>
public sealed class AnnouncementBanner(AnnouncementGlance glance, ReadersBanner reading, CurrentSession session, CurrentTenant tenant,
    Offers offers) : IHeaderBanner
{
    /// <summary>Hardly anybody has closed as many and is shown another.</summary>
    private const int AskedAtOnce = 3;

    private IReadOnlyList<StandingBanner>? seen = [];

    // The staff's realm has pages of that address, too.
    private bool IsOffered => tenant.Value.Has(TenantFeatures.Announcements) && offers.HasPage(AnnouncementPaths.Index);

    private AnnouncementReader Reader => AnnouncementReader.Of(session.User);

    public async ValueTask<HomeAsk?> AskAsync()
    {
        if (!IsOffered || glance.KnowsBanner)
        {
            return null;
        }

        seen = await reading.SeenAsync(Reader);
        return seen is { Count: > 0 } ? new Closed(session.UserId, [.. seen.Take(AskedAtOnce)]) : null;
    }

    public async ValueTask<BannerNotice?> FindAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (glance.Banner is { } known)
        {
            return Notice(known.Id, known.Edition, known.Level, known.TitleJa, known.TitleEn);
        }

        var open = seen?.Take(AskedAtOnce).Where((_, at) => counts[Closed.Key(at)] == 0).FirstOrDefault();
        if (open is null && seen is null or { Count: > AskedAtOnce })
        {
            open = await reading.FindAsync(Reader);
        }

        return open is null ? null : Notice(open.Id, open.Edition, open.Level, open.TitleJa, open.TitleEn);
    }

    private BannerNotice Notice(Guid id, int edition, AnnouncementLevel level, string japanese, string? english)
    {
        // Who works in this account in somebody's place does not close it for its owner.
        var (title, language) = AnnouncementWords.Title(japanese, english);
        return new BannerNotice(title, null, level.ToString(), AnnouncementPaths.Show(id),
            session.Acting is null ? AnnouncementPaths.Dismiss(id) : null)
        {
            Language = language,
            Edition = edition,
        };
    }

    /// <summary>Which of them the reader has closed, by their place.</summary>
    private sealed record Closed(Guid UserId, IReadOnlyList<StandingBanner> Banners) : HomeAsk
    {
        public override object Shape => Banners.Count;

        public static string Key(int at) => string.Create(CultureInfo.InvariantCulture, $"banner/{at}");

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) => Banners.Select((banner, at) => new HomeCount(Key(at),
            db.AnnouncementReadings.Where(row => row.UserId == UserId && row.AnnouncementId == banner.Id
                && row.ClosedEdition >= banner.Edition).Select(row => row.AnnouncementId)));
    }
}
