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
    private readonly HashSet<(Guid Transaction, Guid Case)> held = [];

    /// <summary>The case as it is now, and stays until the transaction ends.</summary>
    public async Task<SupportCase> EnterAsync(Guid caseId)
    {
        if (db.Database.CurrentTransaction is not { } open || !held.Contains((open.TransactionId, caseId)))
        {
            await db.Cases.Where(row => row.Id == caseId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
            held.Add((db.Database.CurrentTransaction!.TransactionId, caseId));
            if (Known(caseId) is { } read && db.Entry(read).State == EntityState.Unchanged)
            {
                await db.Entry(read).ReloadAsync();
            }
        }

        return Known(caseId) ?? await db.Cases.SingleAsync(row => row.Id == caseId);
    }

    private SupportCase? Known(Guid caseId) => db.Cases.Local.FirstOrDefault(row => row.Id == caseId);
}
