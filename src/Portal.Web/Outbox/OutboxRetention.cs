using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox;

/// <summary>
/// What went out, or never will, stays for the record as long as the tenant keeps its events (HIST-5). What is owed
/// stays, however old.
/// </summary>
public sealed class OutboxRetention(PortalDbContext db)
{
    /// <param name="most">How many rows at most.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> TrimAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var old = await db.Outbox.Where(row => row.CreatedAt < before && !OutboxStates.Owed.Contains(row.State))
            .OrderBy(row => row.CreatedAt).Select(row => row.Id).Take(most).ToListAsync(cancellationToken);
        return old.Count == 0
            ? 0
            : await db.Outbox.Where(row => old.Contains(row.Id) && !OutboxStates.Owed.Contains(row.State))
                .ExecuteDeleteAsync(cancellationToken);
    }
}
