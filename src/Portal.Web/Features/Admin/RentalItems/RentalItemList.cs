using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>An item as the staff's list shows it.</summary>
public sealed record RentalItemRow(PortalTenant Tenant, RentalItem Item);

/// <summary>What the tenants rent out that one looks after (ORDER-1, ADMIN-5).</summary>
public sealed class RentalItemList(PortalDbContext db, StaffReach reach, StaffLists lists, OrderWords words,
    IStringLocalizer<RentalItemText> text)
{
    public static readonly ListOrders<RentalItem> Orders = new ListOrders<RentalItem>("category")
        .By("category", row => row.Category)
        .By("code", row => row.Code)
        .By("state", row => row.IsOffered)
        .By("changed", row => row.ChangedAt)
        .Then(row => row.TenantId).Then(row => row.Position).Then(row => row.Code).Then(row => row.Id);

    /// <summary>Those that rent out at all.</summary>
    public static IReadOnlyList<PortalTenant> WithItems(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Orders))];

    public async Task<ListPage<RentalItemRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, RentalItemQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = query.Words.Aggregate(reach.Within(db.RentalItems, tenants),
            (rows, word) => rows.Where(row => row.SearchKey.Contains(word)));
        var page = await found.PageAsync(Orders.Apply(found, query.Order).AsNoTracking(), query.Page);
        return page.Select(row => new RentalItemRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }

    public ListFrame Frame(RentalItemQuery query, IReadOnlyList<PortalTenant> tenants, ListPage<RentalItemRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<RentalItemRow>(Columns, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Keep = "sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = StaffPaths.RentalItems, Action = text["ShowAll"] },
            Span = ListSpan.Of(page),
        };
    }

    public ListTag State(bool isOffered) => isOffered ? new(text["State.Offered"], "success") : new(text["State.Withdrawn"], "neutral");

    /// <summary>Null for what nobody has written since items have a history.</summary>
    private static DateTimeOffset? ChangedAt(RentalItem item) => item.ChangedAt > DateTimeOffset.UnixEpoch ? item.ChangedAt : null;

    private IReadOnlyList<ListColumn<RentalItemRow>> Columns =>
    [
        new(text["Item"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.RentalItem(row.Tenant.Slug, row.Item.Id),
                new ListCell.Text(row.Item.NameIn(OrderWords.Language))),
            new ListCell.Text(row.Tenant.Profile.Name.ToString()))) { NamesRow = true },
        new(text["Field.ItemCode"], row => new ListCell.Code(row.Item.Code)) { Order = "code" },
        new(text["Field.Category"], row => new ListCell.Text(words.Category(row.Item.Category))) { Order = "category" },
        new(text["State"], row => new ListCell.Tags([State(row.Item.IsOffered)])) { Order = "-state" },
        new(text["Field.Stock"], row => new ListCell.Tags([words.Stock(row.Item.Stock)])),
        new(text["Changed"], row => new ListCell.Lines(new ListCell.Moment(ChangedAt(row.Item)), new ListCell.Text(row.Item.ChangedBy)))
        {
            Order = "-changed",
            HoldsMoments = true,
        },
    ];
}
