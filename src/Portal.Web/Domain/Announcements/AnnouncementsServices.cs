using Portal.Web.Audit;

namespace Portal.Web.Domain.Announcements;

public static class AnnouncementsServices
{
    /// <summary>What the provider tells its customers.</summary>
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AnnouncementEvents>()
        .AddSingleton<AnnouncementsOnSignIn>()
        .AddScoped<AnnouncementSights>()
        .AddScoped<AnnouncementReadings>()
        .AddScoped<AnnouncementEditing>();
}
