using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Features.WorkRequests.Index;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.WorkRequests;

/// <summary>Work requests by number, what they are for and who sent them, the latest first.</summary>
public sealed class WorkRequestsSearchSection(WorkRequestList requests, WorkWords words, CurrentSession session, Offers offers,
    IStringLocalizer<WorkRequestsText> text) : ISearchSection
{
    public int Order => 4;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(WorkRequestPaths.Index) || CaseReader.Of(session.User) is not { } reader)
        {
            return null;
        }

        var found = await requests.PageAsync(reader, new WorkRequestQuery { Q = asked.Typed });
        return new SearchGroup(text["Title"], [.. found.Rows.Take(SearchAsked.Shown).Select(Hit)], found.Count,
            asked.In(WorkRequestPaths.Index));
    }

    private SearchHit Hit(WorkRequest row) => new(row.TitleIn(WorkWords.Language), WorkRequestPaths.Show(row.Number),
        [WorkRequestNumber.Of(row.Number), row.AuthorName])
    {
        Tags = [words.Tag(row.Status)],
        At = row.CreatedAt,
    };
}
