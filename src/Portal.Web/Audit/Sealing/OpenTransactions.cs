using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Audit.Sealing;

/// <summary>For how long events may still be on their way into the log.</summary>
public sealed class OpenTransactions(PortalDbContext db)
{
    // SQL Server tells the application's user nothing of other transactions. None of the portal's takes so long.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// The age of the oldest transaction of the application on any node. To be asked before the events are read: what
    /// commits between the two is seen.
    /// </summary>
    public async Task<TimeSpan> OldestAsync(CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            return Longest;
        }

        // A role is told when transactions of its own sessions began, and the application has one role.
        var seconds = await db.Database.SqlQuery<double>($"""
            SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::double precision AS "Value"
            FROM pg_stat_activity WHERE datname = current_database()
            """).ToListAsync(cancellationToken);
        return TimeSpan.FromSeconds(Math.Max(0, seconds[0]));
    }
}
