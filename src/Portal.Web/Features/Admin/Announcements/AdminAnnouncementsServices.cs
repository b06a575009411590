namespace Portal.Web.Features.Admin.Announcements;

public static class AdminAnnouncementsServices
{
    public static IServiceCollection AddAdminAnnouncements(this IServiceCollection services) => services
        .AddScoped<EditorQueue>()
        .AddScoped<EditorColumns>()
        .AddScoped<AnnouncementInput>()
        .AddScoped<AnnouncementComparison>();
}
