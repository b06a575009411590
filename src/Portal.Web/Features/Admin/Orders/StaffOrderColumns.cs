using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>The desk's list: what was applied for, by whom, and since when it waits.</summary>
public sealed class StaffOrderColumns(StaffLists lists, OrderWords words, TimeProvider clock, IStringLocalizer<StaffOrderText> text)
{
    public IReadOnlyList<ListColumn<StaffOrderRow>> All =>
    [
        new(text["Number"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.Order(row.Tenant.Slug, row.Order.Named), new ListCell.Whole(row.Order.Named.ToString())),
            new ListCell.Text(words.Kind(row.Order.Kind)))) { Order = "number", NamesRow = true },
        new(text["Items"], row => new ListCell.Text(words.Items(row.Order.Item, row.Order.Items))),
        new(text["Result"], row => new ListCell.Tags(Tags(row))) { Order = "result" },
        new(text["WaitingSince"], row => new ListCell.Moment(row.Order.WaitingSince)) { Order = "waiting", HoldsMoments = true },
        new(text["ContractAndHolder"], row => new ListCell.Lines(new ListCell.Whole(row.Order.Contract),
            new ListCell.Text(row.Order.Holder), new ListCell.Text(row.Order.Author),
            new ListCell.Text(row.Tenant.Profile.Name.ToString()))) { Order = "contract" },
        new(text["Applied"], row => new ListCell.Moment(row.Order.CreatedAt)) { Order = "-created", HoldsMoments = true },
    ];

    public ListFrame Frame(StaffOrderQuery query, IReadOnlyList<PortalTenant> tenants,
        IReadOnlyDictionary<StaffOrderView, ListCount> counts, ListPage<StaffOrderRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<StaffOrderRow>(All, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = [.. lists.Led(query), .. tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : Array.Empty<ListField>()],
            Tabs = [.. Enum.GetValues<StaffOrderView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"])
            {
                Href = StaffOrderQuery.Address(StaffOrderView.All, query),
                Action = text["ShowAll"],
            },
            Span = ListSpan.Of(page),
        };
    }

    private IReadOnlyList<ListTag> Tags(StaffOrderRow row)
    {
        var (order, today) = (row.Order, row.Tenant.Zone.DayOf(clock.GetUtcNow()));
        return
        [
            words.Result(order.Status),
            .. words.Confirmation(order.Kind, order.Status, order.IsCalledOff) is { } tag ? [tag] : Array.Empty<ListTag>(),
            .. order.IsOverOn(today) ? [words.Over(order.Kind)] : Array.Empty<ListTag>(),
        ];
    }

    private ListTab Tab(StaffOrderView view, StaffOrderQuery query, IReadOnlyDictionary<StaffOrderView, ListCount> counts) =>
        new(text["View." + view], StaffOrderQuery.Address(view, query), view == query.Preset, counts[view]);
}
