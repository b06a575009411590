using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;

namespace Portal.Web.Features.Announcements;

/// <summary>
/// Announcements by title and text, for the list and for the search of everything. There are few of them at a time, so
/// they are read and looked through here: their texts are not kept in the folded form.
/// </summary>
public sealed class AnnouncementFinder(AnnouncementSights sights, CurrentSession session)
{
    // Beyond it nobody looks for an announcement any more.
    private const int Newest = 200;

    /// <param name="words">Folded; each must be found.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<Announcement>> FindAsync(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var rows = await AnnouncementColumns.Newest(sights.Of(AnnouncementReader.Of(session.User))).Take(Newest).ToListAsync();
        return rows.FindAll(row =>
        {
            var key = CanonicalText.SearchKey(string.Join('\n', row.TitleJa, row.TitleEn, row.SourceJa, row.SourceEn));
            return words.All(word => key.Contains(word, StringComparison.Ordinal));
        });
    }
}
