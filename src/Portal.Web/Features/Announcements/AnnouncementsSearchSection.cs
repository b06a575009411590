using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;
using Portal.Web.Lists;

namespace Portal.Web.Features.Announcements;

/// <summary>Announcements among what is looked for everywhere (HOME-4).</summary>
public sealed class AnnouncementsSearchSection(AnnouncementFinder finder, AnnouncementWords words, Offers offers,
    IStringLocalizer<AnnouncementsText> text) : ISearchSection
{
    public int Order => 3;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(AnnouncementPaths.Index))
        {
            return null;
        }

        var found = await finder.FindAsync(asked.Words);
        var hits = found.Take(SearchAsked.Shown).Select(row =>
        {
            var (title, language) = AnnouncementWords.Title(row.TitleJa, row.TitleEn);
            return new SearchHit(title, AnnouncementPaths.Show(row.Id), [])
            {
                Tags = [words.Tag(row.Level)],
                At = row.ShownFrom,
                Language = language,
            };
        });
        return new SearchGroup(text["Title"], [.. hits], ListCount.Of(found.Count), asked.In(AnnouncementPaths.Index));
    }
}
