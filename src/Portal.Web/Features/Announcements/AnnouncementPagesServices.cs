using Portal.Web.Features.Shared.Headers;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;

namespace Portal.Web.Features.Announcements;

public static class AnnouncementPagesServices
{
    public static IServiceCollection AddAnnouncementPages(this IServiceCollection services) => services
        .AddScoped<AnnouncementColumns>()
        .AddScoped<AnnouncementFinder>()
        .AddScoped<AnnouncementGlance>()
        .AddScoped<IHomeSection, AnnouncementsHomeSection>()
        .AddScoped<ISearchSection, AnnouncementsSearchSection>()
        .AddScoped<IHeaderBanner, AnnouncementBanner>();
}
