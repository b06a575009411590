using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Headers;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Announcements;

/// <summary>The newest announcement with a banner that the reader has not closed (HOME-1).</summary>
public sealed class AnnouncementBanner(AnnouncementGlance glance, CurrentSession session, CurrentTenant tenant, Offers offers)
    : IHeaderBanner
{
    // The staff's realm has pages of that address, too.
    public IQueryable<BannerLine>? Rows() =>
        tenant.Value.Has(TenantFeatures.Announcements) && offers.HasPage(AnnouncementPaths.Index) && !glance.KnowsBanner
            ? glance.Banners()
            : null;

    public BannerNotice? Notice(BannerLine? found)
    {
        if ((found ?? glance.Banner) is not { } line)
        {
            return null;
        }

        // Who works in this account in somebody's place does not close it for its owner.
        var (title, language) = AnnouncementWords.Title(line.TitleJa, line.TitleEn);
        return new BannerNotice(title, null, line.Level.ToString(), AnnouncementPaths.Show(line.Id),
            session.Acting is null ? AnnouncementPaths.Dismiss(line.Id) : null)
        {
            Language = language,
            Edition = line.Edition,
        };
    }
}
