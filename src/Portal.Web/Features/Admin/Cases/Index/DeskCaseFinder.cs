using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>Finds cases, as the desk's list does.</summary>
public sealed class DeskCaseFinder(DeskQueue queue, CaseWords words, IStringLocalizer<DeskText> text) : IStaffFinder
{
    public int Order => 3;

    public async Task<StaffFinds?> FindAsync(IReadOnlyList<PortalTenant> tenants, string typed)
    {
        var desks = DeskQueue.WithCases(tenants);
        var query = new DeskQuery { View = DeskQuery.Key(DeskView.All), Q = typed };
        return desks.Count == 0 ? null : StaffFinds.Of(text["Title"], await queue.TopAsync(desks, query, StaffFinds.Asked), Hit,
            $"{StaffPaths.Cases}?view={DeskQuery.Key(DeskView.All)}&q=", typed);
    }

    private SearchHit Hit(DeskRow row) =>
        new(row.Row.Subject, StaffPaths.Case(row.Tenant.Slug, row.Row.Number),
            [row.Tenant.Profile.Name.ToString(), CaseNumber.Of(row.Row.Number), row.Row.Contract, row.Row.AuthorName])
        {
            Tags = [words.Tag(row.Row.Status, CaseSide.Agent)],
        };
}
