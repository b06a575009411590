using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The desk's list: who waits, since when, and whose it is.</summary>
public sealed class DeskColumns(StaffLists lists, CaseWords words, DeskClock clocks, IStringLocalizer<DeskText> text)
{
    /// <param name="sites">There are several, so each row says which is its own.</param>
    /// <param name="list">What each case carries along of it.</param>
    private IReadOnlyList<ListColumn<DeskRow>> All(bool sites, string list) =>
    [
        new(text["NumberAndSubject"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.Case(row.Tenant.Slug, row.Row.Number) + list, new ListCell.Text(row.Row.Subject)),
            new ListCell.Whole(CaseNumber.Of(row.Row.Number)))) { Order = "subject", NamesRow = true },
        new(text["StatusAndAssignee"], row => new ListCell.Lines(new ListCell.Tags([.. Tags(row)]),
            new ListCell.Text(Assignee(row.Row)))) { Order = "status" },
        new(text["WaitingSince"], row => new ListCell.Moment(row.Row.WaitingSince)) { Order = "waiting", HoldsMoments = true },
        new(text["Due"], row => clocks.Tag(row.Row) is { } tag
            ? new ListCell.Lines(new ListCell.Tags([tag]), new ListCell.Moment(row.Row.DueAt))
            : new ListCell.Moment(row.Row.DueAt)) { Order = "due", HoldsMoments = true },
        new(text["ContractAndHolder"], row => new ListCell.Lines(
        [
            new ListCell.Whole(row.Row.Contract), new ListCell.Text(row.Row.Holder),
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
        var rows = new ListRows<DeskRow>(All(tenants.Count > 1, query.Address), page.Rows)
        {
            Sort = query.Order,
            Pick = new("ids", row => row.Key.ToString(), row => text["Pick", CaseNumber.Of(row.Row.Number)]),
        };
        return new ListFrame(text["Title"], rows)
        {
            Search = new("q", text["Search"], query.Q) { Hint = text["SearchHint"], Type = "search" },
            Fields = [.. Fields(query), .. Assignee(query, page), .. lists.Led(query),
                .. tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : Array.Empty<ListField>()],
            Tabs = [.. Enum.GetValues<DeskView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"])
            {
                Href = StaffPaths.Cases + query.AddressOf(DeskView.All),
                Action = text["ShowAll"],
            },
            Span = ListSpan.Of(page),
            Act = new(StaffPaths.CasesChange, text["ActOnChosen"]),
        };
    }

    private IEnumerable<ListField> Fields(DeskQuery query) =>
    [
        Choices("status", text["Status"], query.Status, Enum.GetValues<CaseStatus>(), status => words.Status(status, CaseSide.Agent)),
        Choices("kind", text["Kind"], query.Kind, Enum.GetValues<CaseKind>(), words.Kind),
        Choices("priority", text["Priority"], query.Priority, Enum.GetValues<CasePriority>(), words.Priority),
    ];

    private IEnumerable<ListField> Assignee(DeskQuery query, ListPage<DeskRow> page)
    {
        if (query.Assignee?.ToString() is { } assignee)
        {
            var name = page.Rows is [{ Row.AssigneeName: { } of }, ..] ? of : text["Nobody"].Value;
            yield return new ListField("assignee", text["Assignee"], assignee)
            {
                Choices = [new Choice(assignee, text["Assignee.Open", name])],
                Any = text["Any"],
            };
        }
    }

    private string Assignee(DeskFacts row) => row switch
    {
        { AssigneeName: null } => text["Nobody"],
        { IsLeft: true } => text["AssigneeLeft", row.AssigneeName],
        _ => row.AssigneeName,
    };

    private ListField Choices<T>(string name, string label, string? value, IEnumerable<T> all, Func<T, string> word)
        where T : struct, Enum => new(name, label, value)
        {
            Choices = [.. all.Select(each => new Choice(each.ToString(), word(each)))],
            Any = text["Any"],
        };

    private static ListCell[] Site(DeskRow row) => [new ListCell.Text(row.Tenant.Profile.Name.ToString())];

    private ListTab Tab(DeskView view, DeskQuery query, IReadOnlyDictionary<DeskView, ListCount> counts) =>
        new(text["View." + view], StaffPaths.Cases + query.AddressOf(view), view == query.Preset, counts[view]);

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
