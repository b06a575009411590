using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>What of an application the desk's list shows.</summary>
/// <param name="Item">The first of its items.</param>
/// <param name="Items">How many there are.</param>
public sealed record StaffOrderFacts(Guid TenantId, OrderKind Kind, int Number, OrderStatus Status, string? Item, int Items,
    DateTimeOffset? WaitingSince, string Contract, string Holder, string Author, DateTimeOffset CreatedAt, DateOnly StartsOn, int? Months,
    DateOnly? ValidUntil)
{
    public OrderNumber Named => new(Kind, Number);

    /// <summary>Its period, or a quote's prices, ended before that day.</summary>
    public bool IsOverOn(DateOnly day) => OrderRules.IsOver(Kind, Status, new RentalPeriod(StartsOn, Months), ValidUntil, day);

    /// <summary>An order of which all was given back before it was arranged.</summary>
    public bool IsCalledOff => Kind == OrderKind.Order && Status == OrderStatus.Accepted && WaitingSince is null;
}

/// <summary>An application as the desk's list shows it.</summary>
public sealed record StaffOrderRow(PortalTenant Tenant, StaffOrderFacts Order);

/// <summary>The applications of the tenants that one looks after (ADMIN-5).</summary>
public sealed class StaffOrderList(PortalDbContext db, StaffReach reach, LargeCounts large, IDisplayTime time)
{
    public static readonly ListOrders<RentalOrder> Orders = new ListOrders<RentalOrder>("-created")
        .By("waiting", row => row.WaitingSince)
        .By("number", row => row.Number)
        .By("created", row => row.CreatedAt)
        .By("result", row => row.Status)
        .By("contract", row => row.Contract!.Number)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>One site's list as it opens.</summary>
    private static readonly ShapedQuery<Part, StaffOrderFacts> First = new(part => part.View,
        (db, part) => Shown(Orders.Apply(In(StaffReach.Within(db.RentalOrders, part.Sites), part.View), StaffOrderQuery.OrderOf(part.View)),
            part.Names).OnPage(1).WithOnePlan());

    /// <summary>Those that sell at all.</summary>
    public static IReadOnlyList<PortalTenant> WithOrders(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Orders))];

    public IQueryable<RentalOrder> In(IReadOnlyList<PortalTenant> tenants, StaffOrderView view) =>
        In(reach.Within(db.RentalOrders, tenants), view);

    public async Task<IReadOnlyDictionary<StaffOrderView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await large.OfAsync(tenants.Select(tenant => tenant.Id), "order", (nameof(StaffOrderList), query.Conditions(("q", query.Q))),
            () => Enum.GetValues<StaffOrderView>().CountEachAsync(view => Found(tenants, query, view)), ListCounts.Largest);
    }

    /// <param name="counts">How many each list has, from <see cref="CountAsync"/>.</param>
    public async Task<ListPage<StaffOrderRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query,
        IReadOnlyDictionary<StaffOrderView, ListCount> counts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var page = await FactsAsync(tenants, query, counts);
        return page.Select(row => new StaffOrderRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }

    /// <summary>Those that meet all conditions of a query.</summary>
    public IQueryable<RentalOrder> Found(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Found(tenants, query, query.Preset);
    }

    private IQueryable<RentalOrder> Found(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query, StaffOrderView view)
    {
        var rows = Having(In(tenants, view), query.Asked(time.StartOfDay));
        return query.Words.Aggregate(rows, (found, word) => found.Where(row => row.SearchKey.Contains(word)));
    }

    /// <summary>Those that meet the conditions, which are asked for from there.</summary>
    public static IQueryable<RentalOrder> Having(IQueryable<RentalOrder> rows, StaffConditions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return rows.WhereGiven(asked.Author, row => row.AuthorId == asked.Author)
            .WhereGiven(asked.Since, row => row.CreatedAt >= asked.Since)
            .WhereGiven(asked.Until, row => row.CreatedAt < asked.Until);
    }

    public static IQueryable<RentalOrder> In(IQueryable<RentalOrder> orders, StaffOrderView view) => view switch
    {
        StaffOrderView.Waiting => orders.Where(row => row.WaitingSince != null),
        StaffOrderView.Quotes => orders.Where(row => row.Kind == OrderKind.Quote),
        StaffOrderView.Orders => orders.Where(row => row.Kind == OrderKind.Order),
        StaffOrderView.Cancellations => orders.Where(row => row.Kind == OrderKind.Cancellation),
        _ => orders,
    };

    private static IQueryable<StaffOrderFacts> Shown(IQueryable<RentalOrder> orders, ItemLanguage names) =>
        orders.AsNoTracking().Select(row => new StaffOrderFacts(row.TenantId, row.Kind, row.Number, row.Status,
            row.Lines.OrderBy(line => line.Position)
                .Select(line => names.IsEnglish && line.NameEn != null && line.NameEn != "" ? line.NameEn : line.Name).FirstOrDefault(),
            row.Lines.Count, row.WaitingSince, row.Contract!.Number, row.Contract.Holder!.Name, row.AuthorName, row.CreatedAt,
            row.StartsOn, row.Months, row.ValidUntil));

    private async Task<ListPage<StaffOrderFacts>> FactsAsync(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query,
        IReadOnlyDictionary<StaffOrderView, ListCount> counts)
    {
        var names = ItemLanguage.Current;
        if (reach.Sites(tenants) is { IsOne: true } sites && query.IsOpening)
        {
            var rows = await First.Ask(db, new Part(sites, query.Preset, names)).ToListAsync();
            return new ListPage<StaffOrderFacts>(rows, 1, ListPages.UsualSize, counts[query.Preset]);
        }

        var found = Found(tenants, query);
        return await Shown(Orders.Apply(found, query.Order), names).PageAsync(query.Page, counts[query.Preset]);
    }

    private sealed record Part(StaffSites Sites, StaffOrderView View, ItemLanguage Names);
}
