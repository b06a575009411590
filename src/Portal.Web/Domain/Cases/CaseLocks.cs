using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>
/// Makes those who act on one case take turns. Taken after the lock of the contract and before the turns of mail, by
/// everybody, so that no two wait for each other.
/// </summary>
public sealed class CaseLocks(PortalDbContext db)
{
    /// <summary>The case as it is now, and stays until the transaction ends.</summary>
    public async Task<SupportCase> EnterAsync(Guid caseId)
    {
        await db.Cases.Where(row => row.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        var row = await db.Cases.SingleAsync(each => each.Id == caseId);
        if (db.Entry(row).State == EntityState.Unchanged)
        {
            await db.Entry(row).ReloadAsync();
        }

        return row;
    }
}
