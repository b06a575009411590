using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Announcements;

/// <summary>The newest announcement with a banner that the reader has not closed (HOME-1).</summary>
public sealed class AnnouncementBanner(AnnouncementGlance glance, CurrentSession session, Offers offers) : IBannerSource
{
    public async Task<BannerNotice?> FindAsync()
    {
        if (!offers.HasPage(AnnouncementPaths.Index) || await glance.BannerAsync() is not { } line)
        {
            return null;
        }

        // Who works in this account in somebody's place does not close it for its owner.
        var (title, language) = AnnouncementWords.Title(line.TitleJa, line.TitleEn);
        return new BannerNotice(title, null, line.Level.ToString(), AnnouncementPaths.Show(line.Id),
            session.Acting is null ? AnnouncementPaths.Dismiss(line.Id) : null)
        {
            Language = language,
        };
    }
}
