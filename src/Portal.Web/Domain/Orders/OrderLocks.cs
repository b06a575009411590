using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders;

/// <summary>
/// Makes those who act on one order take turns: a cancellation locks its order first and then itself, everybody in this
/// direction, so that no two wait for each other (CANCEL-2, AZ-19).
/// </summary>
public sealed class OrderLocks(PortalDbContext db)
{
    /// <summary>The application as it is now with its lines, and stays until the transaction ends.</summary>
    public async Task<RentalOrder> EnterAsync(Guid orderId)
    {
        await db.RentalOrders.Where(row => row.Id == orderId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        foreach (var known in db.RentalOrders.Local.Where(row => row.Id == orderId).ToList())
        {
            await RefreshAsync(known);
        }

        return await db.RentalOrders.Include(row => row.Lines.OrderBy(line => line.Position)).SingleAsync(row => row.Id == orderId);
    }

    // What was read before the lock was held may be of the past by now; what this transaction has changed is not.
    private async Task RefreshAsync(RentalOrder known)
    {
        foreach (var line in known.Lines.Where(line => db.Entry(line).State == EntityState.Unchanged).ToList())
        {
            await db.Entry(line).ReloadAsync();
        }

        if (db.Entry(known).State == EntityState.Unchanged)
        {
            await db.Entry(known).ReloadAsync();
        }
    }
}
