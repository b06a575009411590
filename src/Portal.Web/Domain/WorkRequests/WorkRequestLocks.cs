using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>
/// Makes those who act on requests of one contract take turns, by the lock that its points are under as well: what is
/// decided about a request holds until its points have followed (AZ-18).
/// </summary>
public sealed class WorkRequestLocks(PortalDbContext db, AccountLocks locks)
{
    /// <summary>The request as it is now, and stays until the transaction ends.</summary>
    public async Task<WorkRequest> EnterAsync(Guid id)
    {
        await locks.ContractAsync(await db.WorkRequests.Where(row => row.Id == id).Select(row => row.ContractId).SingleAsync());
        var row = await db.WorkRequests.Include(each => each.Asked).SingleAsync(each => each.Id == id);
        if (db.Entry(row).State == EntityState.Unchanged)
        {
            await db.Entry(row).ReloadAsync();
        }

        return row;
    }
}
