using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>One application of a tenant within reach; not tracked.</summary>
/// <param name="InUse">Of an order: what of it is in use today.</param>
/// <param name="IsRunning">It is an order of which something can be with the customer.</param>
public sealed record StaffOrderTarget(PortalTenant Tenant, RentalOrder Order, OrderNumber? BasedOn, OrderInUse InUse, bool IsRunning,
    bool IsOver)
{
    public string Path => StaffPaths.Order(Tenant.Slug, Order.Named);

    public string Act(OrderMove move) => StaffPaths.OrderAct(Tenant.Slug, Order.Named, move.ToString().ToLowerInvariant());

    public IReadOnlyList<OrderMove> Moves => OrderRules.StaffMoves(Order.Kind, Order.Status, Order.IsCalledOff);
}

/// <summary>The application that the address names; the action gets it as <see cref="StaffOrderTarget"/>.</summary>
public sealed class StaffOrderGuardAttribute : GuardAttribute<StaffOrderGuard>;

public sealed class StaffOrderGuard(StaffReach reach, PortalDbContext db, TenantClock clock) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        if (!tenant.Has(TenantFeatures.Orders) || OrderNumber.Read(Named(context, "number")) is not { } number)
        {
            return null;
        }

        return await reach.InsideAsync(tenant, async () =>
        {
            var order = await db.RentalOrders.AsNoTracking().Include(row => row.Contract!.Holder)
                .Include(row => row.Lines.OrderBy(line => line.Position))
                .SingleOrDefaultAsync(row => row.Kind == number.Kind && row.Number == number.Number);
            var based = order?.BasedOn is { } id
                ? await db.RentalOrders.AsNoTracking().SingleAsync(row => row.Id == id)
                : null;
            return order is null
                ? null
                : (object?)new StaffOrderTarget(tenant, order, based?.Named,
                    await OrderReturns.NowAsync(db.RentalOrders, order, clock.Today),
                    OrderRules.Runs(order.Kind, order.Status, order.Period, clock.Today), order.IsOverOn(clock.Today));
        });
    }
}
