using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Approvals;

/// <summary>
/// Ends what nobody decided about in time. From the moment itself nobody can decide any more; this gives it its state
/// and its event.
/// </summary>
public sealed class ApprovalExpiry(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>All of the current tenant.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> ExpireAsync() => ExpireAsync(db.ApprovalRequests);

    internal Task<int> ExpireAsync(string act, string key) =>
        ExpireAsync(db.ApprovalRequests.Where(row => row.Act == act && row.Key == key));

    private async Task<int> ExpireAsync(IQueryable<ApprovalRequest> rows)
    {
        var (now, ended) = (clock.GetUtcNow(), 0);
        foreach (var id in await rows.Where(row => row.DecidedAt == null && row.ExpiresAt <= now).OrderBy(row => row.ExpiresAt)
            .Select(row => row.Id).Take(Most).ToListAsync())
        {
            // Somebody else may do the same at the same moment: one of the two finds it still waiting.
            if (await db.ApprovalRequests.Where(row => row.Id == id && row.DecidedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ApprovalState.Expired)
                    .SetProperty(row => row.DecidedAt, now)) == 1)
            {
                audit.Record(ApprovalEvents.Expired, await db.ApprovalRequests.AsNoTracking().SingleAsync(row => row.Id == id), null);
                ended++;
            }
        }

        return ended;
    }
}
