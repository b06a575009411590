using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Announcements;

/// <summary>An announcement in one language.</summary>
/// <param name="Language">Of the text, which may be another than the page's.</param>
public sealed record AnnouncementWording(string Language, string Title, string Html)
{
    public const string Japanese = "ja";
    public const string English = "en";

    /// <summary>In the reader's language where there is such a version, otherwise in Japanese.</summary>
    public static AnnouncementWording Of(Announcement row, string language)
    {
        ArgumentNullException.ThrowIfNull(row);
        return language == English && row is { TitleEn: { } title, HtmlEn: { } html }
            ? new AnnouncementWording(English, title, html)
            : new AnnouncementWording(Japanese, row.TitleJa, row.HtmlJa);
    }
}
