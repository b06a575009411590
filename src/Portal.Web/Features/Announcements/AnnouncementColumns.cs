using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;

namespace Portal.Web.Features.Announcements;

/// <summary>The list of announcements as a page shows it.</summary>
public sealed class AnnouncementColumns(AnnouncementWords words, IStringLocalizer<AnnouncementsText> text)
{
    /// <summary>As everything that lists them orders them.</summary>
    public static IQueryable<Announcement> Newest(IQueryable<Announcement> rows) =>
        rows.AsNoTracking().OrderByDescending(row => row.ShownFrom).ThenBy(row => row.Id);

    public ListFrame Frame(ListPage<Announcement> page, AnnouncementListInput input)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(input);
        return new ListFrame(text["Title"], new ListRows<Announcement>(Columns, page.Rows))
        {
            Search = new ListField("q", text["Keyword"], input.Q) { Type = "search", Hint = text["KeywordHint"] },
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = AnnouncementPaths.Index, Action = text["ToAll"] },
            Span = ListSpan.Of(page),
        };
    }

    private IReadOnlyList<ListColumn<Announcement>> Columns =>
    [
        new(text["From"], row => new ListCell.Moment(row.ShownFrom)) { HoldsMoments = true },
        new(text["Level"], row => new ListCell.Tags([words.Tag(row.Level)])),
        new(text["Subject"], row => new ListCell.Link(AnnouncementPaths.Show(row.Id),
            new ListCell.Text(AnnouncementWords.Wording(row).Title))) { NamesRow = true },
    ];
}
