using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;
using Portal.Web.Lists;

namespace Portal.Web.Features.Announcements;

/// <summary>
/// Announcements by title and text. There are few of them at a time, so they are read and looked through here: their
/// texts are not kept in the folded form.
/// </summary>
public sealed class AnnouncementsSearchSection(AnnouncementSights sights, AnnouncementWords words, CurrentSession session, Offers offers,
    IStringLocalizer<AnnouncementsText> text) : ISearchSection
{
    // Beyond it nobody looks for an announcement any more.
    private const int Newest = 200;

    public int Order => 3;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(AnnouncementPaths.Index))
        {
            return null;
        }

        var rows = await sights.Of(AnnouncementReader.Of(session.User)).AsNoTracking().OrderByDescending(row => row.ShownFrom)
            .ThenBy(row => row.Id).Take(Newest).Select(row => new
            {
                row.Id,
                row.Level,
                row.TitleJa,
                row.TitleEn,
                row.SourceJa,
                row.SourceEn,
                row.ShownFrom,
            }).ToListAsync();
        var found = rows.FindAll(row =>
        {
            var key = CanonicalText.SearchKey(string.Join('\n', row.TitleJa, row.TitleEn, row.SourceJa, row.SourceEn));
            return asked.Words.All(word => key.Contains(word, StringComparison.Ordinal));
        });
        var hits = found.Take(SearchAsked.Shown).Select(row =>
        {
            var (title, language) = AnnouncementWords.Title(row.TitleJa, row.TitleEn);
            return new SearchHit(title, AnnouncementPaths.Show(row.Id), [])
            {
                Tag = words.Tag(row.Level),
                At = row.ShownFrom,
                Language = language,
            };
        });
        return new SearchGroup(text["Title"], [.. hits], ListCount.Of(found.Count), AnnouncementPaths.Index);
    }
}
