using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Index;

/// <summary>The history as a page and as a file (ORDER-6).</summary>
public sealed class OrderColumns(OrderWords words, TenantClock clock, IStringLocalizer<OrdersText> text)
{
    public IReadOnlyList<ListColumn<OrderRow>> All =>
    [
        new(text["Number"], row => new ListCell.Link(OrderPaths.Show(row.Named), new ListCell.Whole(row.Named.ToString())))
        {
            Order = "number",
            NamesRow = true,
        },
        new(text["Field.Kind"], row => new ListCell.Text(words.Kind(row.Kind))) { Order = "kind" },
        new(text["Applied"], row => new ListCell.Moment(row.CreatedAt)) { Order = "-created", HoldsMoments = true },
        new(text["Items"], row => new ListCell.Text(words.Items(row.Names))) { Places = ListPlaces.Screen },
        new(text["Items"], row => new ListCell.Text(Pieces(row))) { Places = ListPlaces.File },
        new(text["Result"], row => new ListCell.Tags(words.Result(row.Kind, row.Status, row.IsOverOn(clock.Today)))) { Order = "result" },
        new(text["Confirmation"],
            row => new ListCell.Tags(words.Confirmation(row.Kind, row.Status, row.IsCalledOff) is { } tag ? [tag] : [])),
        new(text["Author"], row => new ListCell.Text(row.Author)) { Order = "author" },
        new(text["Field.StartsOn"], row => new ListCell.Day(row.StartsOn)) { Places = ListPlaces.File },
        new(text["Field.Months"], row => new ListCell.Text(row.Months is { } months ? Figures(months) : null))
        {
            Places = ListPlaces.File,
            HoldsNumbers = true,
        },
        new(text["AmountFor"], row => new ListCell.Text(AmountFor(row))) { Places = ListPlaces.File },
        new(text["NetInFile"], row => new ListCell.Text(Figures(row.Net))) { Places = ListPlaces.File, HoldsNumbers = true },
        new(text["TaxInFile"], row => new ListCell.Text(Figures(row.Tax))) { Places = ListPlaces.File, HoldsNumbers = true },
        new(text["MonthlyInFile"], row => new ListCell.Text(row.Monthly is { } monthly ? Figures(monthly) : null))
        {
            Places = ListPlaces.File,
            HoldsNumbers = true,
        },
    ];

    public ListFrame Frame(OrderFilter filter, IReadOnlyDictionary<OrderKind, int> counts, ListPage<OrderRow> page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        var rows = new ListRows<OrderRow>(All, page.Rows) { Sort = OrderQuery.Orders.Keys(filter.Sort)[0] };
        return Bare(filter, rows) with
        {
            Tabs = [Tab(null, filter, counts.Values.Sum()),
                .. Enum.GetValues<OrderKind>().Select(kind => Tab(kind, filter, counts.GetValueOrDefault(kind)))],
            Export = new ListExport(OrderPaths.Export + filter.Query, text["SaveCsv"], text["SaveXlsx"]),
            Span = ListSpan.Of(page),
        };
    }

    /// <summary>A day that there is not, or a period that ends before it begins: what was typed, and no rows.</summary>
    public ListFrame Misunderstood(OrderFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Bare(filter, null);
    }

    private ListFrame Bare(OrderFilter filter, ListRows? rows)
    {
        var noMatch = new ListEmpty(text["NoneFound"], text["NoneFoundText"]) { Href = OrderPaths.Index, Action = text["ShowAll"] };
        return new ListFrame(text["History"], rows)
        {
            Search = new ListField("q", text["Keyword"], filter.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields =
            [
                new("result", text["Result"], filter.Result)
                {
                    Choices = [.. Enum.GetValues<OrderResult>()
                        .Select(result => new Choice(OrderFilter.Key(result), words.Result(result).Label))],
                    Any = text["AnyResult"],
                },
                new("confirmation", text["Confirmation"], filter.Confirmation)
                {
                    Choices = [.. Enum.GetValues<OrderConfirmation>()
                        .Select(confirmation => new Choice(OrderFilter.Key(confirmation), words.Confirmation(confirmation).Label))],
                    Any = text["AnyConfirmation"],
                },
                new("from", text["From"], filter.From) { Type = "date" },
                new("to", text["To"], filter.To) { Type = "date" },
            ],
            Keep = "kind,sort",
            None = filter.IsNarrowed ? noMatch
                : new(text["NoneYet"], text["NoneYetText"]) { Href = OrderPaths.Shop, Action = text["ToShop"] },
            NoMatch = noMatch,
        };
    }

    private ListTab Tab(OrderKind? kind, OrderFilter filter, int count) => new(kind is { } one ? words.Kind(one) : text["AllKinds"],
        OrderPaths.Index + filter.QueryOf(kind), filter.OfKind == kind, ListCount.Of(count));

    /// <summary>Names have commas of their own.</summary>
    private string Pieces(OrderRow row) => string.Join(" / ", row.Items.Select(item => text["Pieces", item.Name, item.Quantity].Value));

    /// <summary>A term is paid whole, what has no end by the month, and a cancellation costs its fees.</summary>
    private string AmountFor(OrderRow row) => row switch
    {
        { Kind: OrderKind.Cancellation } => text["Fee"],
        { Months: > 1 and var months } => text["ForMonths", months],
        _ => text["ForMonth"],
    };

    private static string Figures(long amount) => amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
