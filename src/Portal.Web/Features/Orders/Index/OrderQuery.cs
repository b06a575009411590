using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Domain.Orders;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;

namespace Portal.Web.Features.Orders.Index;

/// <summary>A line of an application: what, and how many.</summary>
public sealed record OrderedItem(string Name, int Quantity);

/// <summary>An application as the history shows it.</summary>
public sealed record OrderRow(OrderKind Kind, int Number, DateTimeOffset CreatedAt, IReadOnlyList<OrderedItem> Items, OrderStatus Status,
    bool IsCalledOff, string Author, long Net, long Tax, DateOnly StartsOn, int? Months, DateOnly? ValidUntil)
{
    public OrderNumber Named => new(Kind, Number);

    /// <summary>Yen without tax, as it was applied for; a cancellation has none.</summary>
    public long? Monthly => Kind == OrderKind.Cancellation ? null : Net / new RentalPeriod(StartsOn, Months).BilledMonths;

    public IReadOnlyList<string> Names => [.. Items.Select(item => item.Name)];

    /// <summary>Its period, or a quote's prices, ended before that day.</summary>
    public bool IsOverOn(DateOnly day) => OrderRules.IsOver(Kind, Status, new RentalPeriod(StartsOn, Months), ValidUntil, day);
}

/// <summary>
/// The applications of a login ID (ORDER-6): list, counts and files ask here, so that all of them tell the same.
/// </summary>
public sealed class OrderQuery(PortalDbContext db, LargeCounts large, IDisplayTime time)
{
    private const int Latest = 3;

    public static readonly ListOrders<RentalOrder> Orders = new ListOrders<RentalOrder>("-created")
        .By("number", row => row.Number)
        .By("kind", row => row.Kind)
        .By("created", row => row.CreatedAt)
        .By("result", row => row.Status)
        .By("author", row => row.AuthorName)
        .Then(row => row.Id);

    private static readonly ShapedQuery<Part, OrderRow> First = new(part => part.Kind is not null,
        (db, part) => Shown(Orders.Apply(In(db, part), null), part).OnPage(1));

    private static readonly ShapedQuery<Part, OrderRow> Last = new(_ => nameof(Last),
        (db, part) => Shown(Orders.Apply(In(db, part), null), part).TakeFixed(Latest));

    /// <param name="counts">What <see cref="CountsAsync"/> counted under the same conditions.</param>
    public async Task<ListPage<OrderRow>> PageAsync(OrderReader reader, OrderFilter filter, IReadOnlyDictionary<OrderKind, int> counts)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(counts);
        var count = filter.OfKind is { } kind ? counts.GetValueOrDefault(kind) : counts.Values.Sum();
        if (!filter.IsNarrowed && ListPages.Within(filter.Page) == 1 && Orders.IsUsual(filter.Sort))
        {
            var rows = await First.Ask(db, Part.Of(reader, filter.OfKind)).ToListAsync();
            return new ListPage<OrderRow>(rows, 1, ListPages.UsualSize, ListCount.Of(count));
        }

        return await Ordered(reader, filter).PageAsync(filter.Page, ListCount.Of(count));
    }

    /// <summary>How many there are of each kind under these conditions.</summary>
    public async Task<IReadOnlyDictionary<OrderKind, int>> CountsAsync(OrderReader reader, OrderFilter filter)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(filter);
        return await large.OfAsync(reader.ContractId, (nameof(OrderQuery), filter.QueryOf(null)), async () =>
            await Within(reader, filter, null).GroupBy(row => row.Kind).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count),
            counts => counts.Values.Sum());
    }

    /// <summary>All that the list shows, in its order, for a file.</summary>
    public IAsyncEnumerable<OrderRow> All(OrderReader reader, OrderFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Ordered(reader, filter).AsAsyncEnumerable();
    }

    /// <summary>A few, the latest first.</summary>
    public ValueTask<List<OrderRow>> LastAsync(OrderReader reader) => Last.Ask(db, Part.Of(reader, null)).ToListAsync();

    private static IQueryable<RentalOrder> In(PortalDbContext db, Part part)
    {
        var rows = part.Reader.Orders(db).AsNoTracking();
        return part.Kind is null ? rows : rows.Where(row => row.Kind == part.Kind);
    }

    private static Expression<Func<RentalOrder, bool>> Stand(IReadOnlyList<OrderStatus> statuses) =>
        row => statuses.Contains(row.Status);

    private static IQueryable<OrderRow> Shown(IQueryable<RentalOrder> rows, Part part) =>
        rows.Select(row => new OrderRow(row.Kind, row.Number, row.CreatedAt,
            row.Lines.OrderBy(line => line.Position)
                .Select(line => new OrderedItem(
                    part.Names.IsEnglish && line.NameEn != null && line.NameEn != "" ? line.NameEn : line.Name, line.Quantity)).ToList(),
            row.Status, row.Kind == OrderKind.Order && row.Status == OrderStatus.Accepted && row.WaitingSince == null, row.AuthorName,
            row.Net, row.Tax, row.StartsOn, row.Months, row.ValidUntil));

    private IQueryable<OrderRow> Ordered(OrderReader reader, OrderFilter filter) =>
        Shown(Orders.Apply(Within(reader, filter, filter.OfKind), filter.Sort), Part.Of(reader, filter.OfKind));

    private IQueryable<RentalOrder> Within(OrderReader reader, OrderFilter filter, OrderKind? kind)
    {
        var days = DayRange.Read(filter.From, filter.To, time.StartOfDay);
        var rows = In(db, Part.Of(reader, kind))
            .WhereGiven(filter.OfResult, result => Stand(OrderRules.With(result)))
            .WhereGiven(filter.OfConfirmation,
                _ => row => row.Kind == OrderKind.Order && (row.Status != OrderStatus.Accepted || row.WaitingSince != null))
            .WhereGiven(filter.OfConfirmation, confirmation => Stand(OrderRules.With(confirmation)))
            .WhereGiven(days.Since, since => row => row.CreatedAt >= since)
            .WhereGiven(days.Until, until => row => row.CreatedAt < until);
        return filter.Words.Aggregate(rows, (found, word) => found.Where(row => row.SearchKey.Contains(word)));
    }

    /// <summary>One of the lists, in the language that items are named in.</summary>
    private sealed record Part(OrderReader Reader, OrderKind? Kind, ItemLanguage Names)
    {
        public static Part Of(OrderReader reader, OrderKind? kind)
        {
            ArgumentNullException.ThrowIfNull(reader);
            return new Part(reader, kind, ItemLanguage.Current);
        }
    }
}
