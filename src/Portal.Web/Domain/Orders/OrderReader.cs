using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders;

/// <summary>Somebody of a login ID: all of its people see and do the same (ORDER-6).</summary>
public sealed record OrderReader(PortalUser User, Guid ContractId)
{
    /// <returns>Null for who belongs to no contract.</returns>
    public static OrderReader? Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.ContractId is { } contract ? new OrderReader(user, contract) : null;
    }

    /// <summary>The login ID's applications, and no others (AZ-22).</summary>
    public IQueryable<RentalOrder> Orders(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.RentalOrders.Where(row => row.ContractId == ContractId);
    }
}
