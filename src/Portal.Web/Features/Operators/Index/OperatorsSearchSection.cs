using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Index;

/// <summary>People of the contract by ID, name, e-mail address and phone, for those who look after them.</summary>
public sealed class OperatorsSearchSection(OperatorQuery operators, OperatorWords words, CurrentSession session, CurrentTenant tenant,
    Offers offers) : ISearchSection
{
    public int Order => 6;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (tenant.Value.Profile.Operators is null || session.Role == AccountRole.Member || !offers.HasPage(OperatorPaths.Index))
        {
            return null;
        }

        var filter = OperatorFilter.Read([new("q", asked.Typed)]) with { Size = SearchAsked.Shown };
        var counts = await operators.CountAsync(session.User, filter);
        var found = await operators.PageAsync(session.User, filter, counts.Of(null));
        var hits = found.Rows.Select(row => new SearchHit(row.User.DisplayName, OperatorPaths.Show(row.User.Id), [.. Facts(row)]));
        return new SearchGroup(words.ManyTitle, [.. hits], found.Count, asked.In(OperatorPaths.Index));
    }

    private static IEnumerable<string> Facts(OperatorRow row) =>
        new[] { row.User.UserName, row.User.Email, row.User.Department }.OfType<string>().Where(fact => fact.Length > 0).Distinct();
}
