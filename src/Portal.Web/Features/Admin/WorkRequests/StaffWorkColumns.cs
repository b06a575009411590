using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>The desk's list: what is asked for, by whom, and since when it waits.</summary>
public sealed class StaffWorkColumns(StaffLists lists, WorkWords words, IStringLocalizer<StaffWorkText> text)
{
    private IReadOnlyList<ListColumn<StaffWorkRow>> All =>
    [
        new(text["Number"], row => new ListCell.Link(StaffPaths.WorkRequest(row.Tenant.Slug, row.Row.Number),
            new ListCell.Whole(WorkRequestNumber.Of(row.Row.Number)))) { Order = "number", NamesRow = true },
        new(text["Work"], row => new ListCell.Text(row.Row.TitleIn(WorkWords.Language))),
        new(text["Status"], row => new ListCell.Tags([words.Tag(row.Row.Status)])) { Order = "status" },
        new(text["Cost"], row => new ListCell.Number(row.Row.Cost)) { Order = "-cost", HoldsNumbers = true },
        new(text["ContractAndHolder"], row => new ListCell.Lines(new ListCell.Whole(row.Row.Contract!.Number),
            new ListCell.Text(row.Row.Contract.Holder!.Name), new ListCell.Text(row.Row.AuthorName),
            new ListCell.Text(row.Tenant.Profile.Name.ToString()))) { Order = "contract" },
        new(text["Created"], row => new ListCell.Moment(row.Row.CreatedAt)) { Order = "-created", HoldsMoments = true },
    ];

    public ListFrame Frame(StaffWorkQuery query, IReadOnlyList<PortalTenant> tenants, IReadOnlyDictionary<StaffWorkView, ListCount> counts,
        ListPage<StaffWorkRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<StaffWorkRow>(All, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = [.. lists.Led(query), .. tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : Array.Empty<ListField>()],
            Tabs = [.. Enum.GetValues<StaffWorkView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"])
            {
                Href = StaffWorkQuery.Address(StaffWorkView.All, query),
                Action = text["ShowAll"],
            },
            Span = ListSpan.Of(page),
        };
    }

    private ListTab Tab(StaffWorkView view, StaffWorkQuery query, IReadOnlyDictionary<StaffWorkView, ListCount> counts) =>
        new(text["View." + view], StaffWorkQuery.Address(view, query), view == query.Preset, counts[view]);
}
