using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Announcements;

/// <summary>What levels of announcements are called, how they look, and in which language a text is shown.</summary>
public sealed class AnnouncementWords(IStringLocalizer<AnnouncementSharedText> text)
{
    private static string Page => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Level(AnnouncementLevel level) => text["Level." + level];

    public ListTag Tag(AnnouncementLevel level) => new(Level(level), Tone(level));

    /// <summary>As callouts and tags are coloured.</summary>
    public static string Tone(AnnouncementLevel level) => level switch
    {
        AnnouncementLevel.Incident => "error",
        AnnouncementLevel.Maintenance => "warning",
        _ => "info",
    };

    public static AnnouncementWording Wording(Announcement row) => AnnouncementWording.Of(row, Page);

    /// <summary>The title alone, and its language where it is not the page's.</summary>
    public static (string Title, string? Language) Title(string japanese, string? english) => (Page, english) switch
    {
        (AnnouncementWording.English, { } title) => (title, null),
        (AnnouncementWording.Japanese, _) => (japanese, null),
        _ => (japanese, AnnouncementWording.Japanese),
    };

    /// <summary>The language of the text, where it is not the page's, for who hears it read.</summary>
    public static string? Other(AnnouncementWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return wording.Language == Page ? null : wording.Language;
    }
}
