using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Web.Data;

/// <summary>
/// A look at the database as it is now: what is written meanwhile is not seen, and nothing can be written (EX-04). It
/// holds a connection, so nobody outside is waited for within it.
/// </summary>
public sealed class Snapshots(PortalDbContext db)
{
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken = default)
    {
        if (!db.Database.IsNpgsql())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);
        }

        var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.ExecuteSqlAsync($"SET TRANSACTION READ ONLY", cancellationToken);
        return snapshot;
    }
}
