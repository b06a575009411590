using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Announcements;

/// <summary>The newest announcements on the home page; with none the section says so (HOME-2).</summary>
public sealed class AnnouncementsHomeSection(AnnouncementGlance glance, Offers offers, IStringLocalizer<AnnouncementsText> text)
    : IHomeSection
{
    private const string View = "/Features/Announcements/_HomeAnnouncements.cshtml";

    public async Task<HomePanel?> PanelAsync() => offers.HasPage(AnnouncementPaths.Index)
        ? new HomePanel("announcements", text["Title"], View, await glance.NewestAsync())
        : null;
}
