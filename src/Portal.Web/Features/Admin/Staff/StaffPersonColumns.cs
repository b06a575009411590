using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Rules.Text.Counting;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>The list of the staff: who, what it may, where, and whether it comes in.</summary>
public sealed class StaffPersonColumns(StaffLists lists, IStringLocalizer<AdminText> admin, IStringLocalizer<StaffPersonText> text)
{
    public IReadOnlyList<ListColumn<StaffPersonRow>> All =>
    [
        new(text["Person"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.StaffPerson(row.User.Id), new ListCell.Text(row.User.DisplayName)),
            new ListCell.Address(EmailAddress.Readable(row.User.UserName)))) { Order = "name", NamesRow = true },
        new(text["Role"], row => new ListCell.Text(admin["Role." + row.User.Role])) { Order = "-role" },
        new(text["Tenants"], row => new ListCell.Lines([.. Tenants(row).Select(each => new ListCell.Text(each))])),
        new(text["State"], row => new ListCell.Tags([.. row.States.Select(state =>
            new ListTag(admin["State." + state], UserStates.Tone(state)))])),
        new(text["LastSignIn"], row => new ListCell.Moment(row.User.SignIn!.LastSignInAt)) { Order = "-seen", HoldsMoments = true },
    ];

    public ListFrame Frame(StaffPersonQuery query, IReadOnlyList<PortalTenant> tenants,
        IReadOnlyDictionary<StaffPersonView, ListCount> counts, ListPage<StaffPersonRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<StaffPersonRow>(All, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = [.. Fields(query, tenants)],
            Tabs = [.. Enum.GetValues<StaffPersonView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = lists.NothingFound(StaffPaths.Staff),
            Span = ListSpan.Of(page),
        };
    }

    private IEnumerable<string> Tenants(StaffPersonRow row)
    {
        if (row.User.Role == AccountRole.SystemAdministrator)
        {
            return [text["AllTenants"]];
        }

        var names = TenantChoices.Named(row.Tenants).Select(each => each.Name).ToList();
        return row.Others == 0 ? names : [.. names, text[CountedKey.Of("OtherTenants", row.Others), row.Others]];
    }

    private IEnumerable<ListField> Fields(StaffPersonQuery query, IReadOnlyList<PortalTenant> tenants)
    {
        yield return new ListField("role", text["Role"], query.Role)
        {
            Choices = [.. StaffPersonQuery.Roles.Select(role => new Choice(StaffPersonQuery.Key(role), admin["Role." + role]))],
            Any = text["AnyRole"],
        };
        if (tenants.Count > 1)
        {
            yield return lists.Site(tenants, query.Tenant);
        }
    }

    private ListTab Tab(StaffPersonView view, StaffPersonQuery query, IReadOnlyDictionary<StaffPersonView, ListCount> counts)
    {
        var kept = string.Concat(new[] { ("tenant", query.Tenant), ("role", query.Role), ("q", query.Q) }
            .Where(each => !string.IsNullOrEmpty(each.Item2)).Select(each => $"&{each.Item1}={Uri.EscapeDataString(each.Item2!)}"));
        return new ListTab(text["View." + view], $"{StaffPaths.Staff}?view={StaffPersonQuery.Key(view)}{kept}", view == query.Preset,
            counts[view]);
    }
}
