using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>A tenant within reach that rents out, and one item of it; not tracked.</summary>
/// <param name="Item">Null for one that is being written.</param>
public sealed record StaffRentalItemTarget(PortalTenant Tenant, RentalItem? Item)
{
    public string Name => Item?.NameIn(OrderWords.Language) ?? "";

    public string Path => Item is { } item ? StaffPaths.RentalItem(Tenant.Slug, item.Id) : StaffPaths.NewRentalItem(Tenant.Slug);

    public string Act(string act) => StaffPaths.RentalItemAct(Tenant.Slug, Item!.Id, act);
}

/// <summary>
/// The tenant that the address names, and the item where it names one; the action gets a
/// <see cref="StaffRentalItemTarget"/>.
/// </summary>
public sealed class StaffRentalItemGuardAttribute : GuardAttribute<StaffRentalItemGuard>;

public sealed class StaffRentalItemGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Has(TenantFeatures.Orders))
        {
            return null;
        }

        if (!context.RouteData.Values.ContainsKey("id"))
        {
            return new StaffRentalItemTarget(tenant, null);
        }

        var id = Id(context);
        var item = await reach.InsideAsync(tenant, () => db.RentalItems.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id));
        return item is null ? null : new StaffRentalItemTarget(tenant, item);
    }
}
