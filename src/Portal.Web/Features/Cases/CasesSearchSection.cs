using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Cases.Filters;
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

        var rows = await finder.NarrowAsync(sights.Of(reader), reader, new CaseSearch(Any, asked.Words, time.StartOfDay));
        var found = await rows.AsNoTracking().OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id).Take(SearchAsked.Shown)
            .Select(row => new { row.Number, row.Subject, row.Status, row.UpdatedAt, Count = rows.Take(ListCount.Most + 1).Count() })
            .ToListAsync();
        var hits = found.ConvertAll(row => new SearchHit(row.Subject, CasePaths.Show(row.Number), [CaseNumber.Of(row.Number)])
        {
            Tag = words.Tag(row.Status, CaseSide.Customer),
            At = row.UpdatedAt,
        });
        return new SearchGroup(text["Title"], hits, ListCount.Of(found is [var first, ..] ? first.Count : 0), asked.In(CasePaths.Index));
    }
}
