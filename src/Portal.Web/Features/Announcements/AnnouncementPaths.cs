namespace Portal.Web.Features.Announcements;

/// <summary>Pages of customers about announcements.</summary>
public static class AnnouncementPaths
{
    public const string Index = "~/announcements";

    public static string Show(Guid id) => $"~/announcements/{id}";

    public static string Dismiss(Guid id) => $"~/announcements/{id}/dismiss";
}
