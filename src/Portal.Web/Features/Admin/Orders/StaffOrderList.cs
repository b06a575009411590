using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>An application as the desk's list shows it.</summary>
public sealed record StaffOrderRow(PortalTenant Tenant, RentalOrder Order);

/// <summary>The applications of the tenants that one looks after (ADMIN-5).</summary>
public sealed class StaffOrderList(PortalDbContext db, StaffReach reach)
{
    public static readonly ListOrders<RentalOrder> Orders = new ListOrders<RentalOrder>("-created")
        .By("waiting", row => row.WaitingSince)
        .By("number", row => row.Number)
        .By("created", row => row.CreatedAt)
        .By("result", row => row.Status)
        .By("contract", row => row.Contract!.Number)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>Those that sell at all.</summary>
    public static IReadOnlyList<PortalTenant> WithOrders(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Orders))];

    public IQueryable<RentalOrder> In(IReadOnlyList<PortalTenant> tenants, StaffOrderView view)
    {
        var orders = reach.Within(db.RentalOrders, tenants);
        return view == StaffOrderView.Waiting ? orders.Where(row => row.WaitingSince != null)
            : StaffOrderQuery.KindOf(view) is { } kind ? orders.Where(row => row.Kind == kind)
            : orders;
    }

    public Task<IReadOnlyDictionary<StaffOrderView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants) =>
        Enum.GetValues<StaffOrderView>().CountEachAsync(view => In(tenants, view));

    public async Task<ListPage<StaffOrderRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, StaffOrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = query.Words.Aggregate(In(tenants, query.Preset), (rows, word) => rows.Where(row => row.SearchKey.Contains(word)));
        var page = await found.PageAsync(Orders.Apply(found, query.Order).Include(row => row.Contract!.Holder).Include(row => row.Lines)
            .AsNoTracking(), query.Page);
        return page.Select(row => new StaffOrderRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }
}
