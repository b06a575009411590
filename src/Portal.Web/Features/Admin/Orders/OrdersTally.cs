using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>The applications of a person (ADMIN-2).</summary>
public sealed class OrdersTally(PortalDbContext db, IStringLocalizer<StaffOrderText> text) : IStaffTally
{
    public IEnumerable<StaffTally> OfPerson(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        return tenant.Has(TenantFeatures.Orders)
            ? [new("orders/own", text["Tally"], db.RentalOrders.Where(row => row.AuthorId == user.Id).Select(row => row.Id),
                StaffOrderQuery.Address(StaffOrderView.All, new StaffOrderQuery { Tenant = tenant.Slug, Author = user.Id }))]
            : [];
    }
}
