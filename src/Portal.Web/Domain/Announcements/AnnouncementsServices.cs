using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Announcements;

public static class AnnouncementsServices
{
    /// <summary>What the provider tells its customers.</summary>
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AnnouncementEvents>()
        .AddSingleton<AnnouncementsOnSignIn>()
        .AddSingleton<StandingBanners>()
        .AddScoped<BannerChanges>()
        .AddScoped<ITransactionHook>(services => services.GetRequiredService<BannerChanges>())
        .AddScoped<ICommitListener>(services => services.GetRequiredService<BannerChanges>())
        .AddScoped<AnnouncementSights>()
        .AddScoped<ReadersBanner>()
        .AddScoped<AnnouncementReadings>()
        .AddScoped<AnnouncementEditing>();
}
