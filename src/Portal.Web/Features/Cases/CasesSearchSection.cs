using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Cases.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases;

/// <summary>Cases by number, subject and what was said, the latest first.</summary>
public sealed class CasesSearchSection(CaseSights sights, CaseFinder finder, CaseWords words, CurrentSession session, Offers offers,
    IDisplayTime time, IStringLocalizer<CasesText> text) : ISearchSection
{
    private static readonly CaseConditions Any = new([]);

    public int Order => 1;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(CasePaths.Index) || CaseReader.Of(session.User) is not { } reader)
        {
            return null;
        }

        var seen = sights.Of(reader);
        var ordered = seen.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id);
        var group = await GroupAsync(asked, finder.Nearest(ordered, asked.Words), ordered.Skip(CaseFinder.Near));
        if (group.Hits.Count < SearchAsked.Shown)
        {
            var search = new CaseSearch(Any, asked.Words, time.StartOfDay);
            group = await GroupAsync(asked, await finder.NarrowAsync(seen, reader, search), seen.Where(_ => false));
        }

        return group;
    }

    /// <param name="uncounted">Where there are any, there may be more than are counted.</param>
    private async Task<SearchGroup> GroupAsync(SearchAsked asked, IQueryable<SupportCase> rows, IQueryable<SupportCase> uncounted)
    {
        var found = await rows.AsNoTracking().OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id).Take(SearchAsked.Shown)
            .Select(row => new
            {
                row.Number,
                row.Subject,
                row.Status,
                row.UpdatedAt,
                Count = rows.Take(ListCount.Most + 1).Count(),
                IsMore = uncounted.Any(),
            }).ToListAsync();
        var hits = found.ConvertAll(row => new SearchHit(row.Subject, CasePaths.Show(row.Number), [CaseNumber.Of(row.Number)])
        {
            Tags = [words.Tag(row.Status, CaseSide.Customer)],
            At = row.UpdatedAt,
        });
        var count = found is not [var first, ..] ? default : first.IsMore ? new ListCount(first.Count, true) : ListCount.Of(first.Count);
        return new SearchGroup(text["Title"], hits, count, asked.In(CasePaths.Index));
    }
}
