using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The desk's list: who waits, since when, and whose it is.</summary>
public sealed class DeskColumns(StaffLists lists, CaseWords words, DeskClock clocks, IStringLocalizer<DeskText> text)
{
    /// <param name="sites">There are several, so each row says which is its own.</param>
    private IReadOnlyList<ListColumn<DeskRow>> All(bool sites) =>
    [
        new(text["NumberAndSubject"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.Case(row.Tenant.Slug, row.Row.Number), new ListCell.Text(row.Row.Subject)),
            new ListCell.Whole(CaseNumber.Of(row.Row.Number)))) { Order = "subject", NamesRow = true },
        new(text["StatusAndAssignee"], row => new ListCell.Lines(new ListCell.Tags([.. Tags(row)]),
            new ListCell.Text(row.Row.AssigneeName ?? text["Nobody"]))) { Order = "status" },
        new(text["WaitingSince"], row => new ListCell.Moment(row.Row.WaitingSince)) { Order = "waiting", HoldsMoments = true },
        new(text["Due"], row => clocks.Tag(row.Row) is { } tag
            ? new ListCell.Lines(new ListCell.Tags([tag]), new ListCell.Moment(row.Row.DueAt))
            : new ListCell.Moment(row.Row.DueAt)) { Order = "due", HoldsMoments = true },
        new(text["ContractAndHolder"], row => new ListCell.Lines(
        [
            new ListCell.Whole(row.Row.Contract!.Number), new ListCell.Text(row.Row.Contract.Holder!.Name),
            new ListCell.Text(row.Row.AuthorName), .. sites ? Site(row) : [],
        ])) { Order = "contract" },
        new(text["Updated"], row => new ListCell.Moment(row.Row.UpdatedAt)) { Order = "-updated", HoldsMoments = true },
    ];

    public ListFrame Frame(DeskQuery query, IReadOnlyList<PortalTenant> tenants, IReadOnlyDictionary<DeskView, ListCount> counts,
        ListPage<DeskRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<DeskRow>(All(tenants.Count > 1), page.Rows) { Sort = query.Order })
        {
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Tabs = [.. Enum.GetValues<DeskView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = StaffPaths.Cases, Action = text["ShowWaiting"] },
            Span = ListSpan.Of(page),
        };
    }

    private static ListCell[] Site(DeskRow row) => [new ListCell.Text(row.Tenant.Profile.Name.ToString())];

    private ListTab Tab(DeskView view, DeskQuery query, IReadOnlyDictionary<DeskView, ListCount> counts)
    {
        var tenant = string.IsNullOrEmpty(query.Tenant) ? "" : "&tenant=" + Uri.EscapeDataString(query.Tenant);
        return new ListTab(text["View." + view], $"{StaffPaths.Cases}?view={DeskQuery.Key(view)}{tenant}", view == query.Preset,
            counts[view]);
    }

    private IEnumerable<ListTag> Tags(DeskRow row)
    {
        yield return words.Tag(row.Row.Status, CaseSide.Agent);
        if (row.Row.Priority != CasePriority.Normal)
        {
            yield return new ListTag(words.Priority(row.Row.Priority), row.Row.Priority == CasePriority.Urgent ? "error" : "warning");
        }

        if (row.Row.IsConfidential)
        {
            yield return new ListTag(text["Confidential"], "purple");
        }
    }
}
