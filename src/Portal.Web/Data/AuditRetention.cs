using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data;

/// <summary>Removes old events through the owner's function, which the application may call but not change.</summary>
public sealed class AuditRetention(PortalDbContext db)
{
    /// <summary>
    /// The oldest sealed stretches of the current tenant, about so many events at most; within a transaction.
    /// </summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> TrimAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var tenant = db.Scope.Current;
        var removed = db.Database.IsNpgsql()
            ? db.Database.SqlQuery<int>($"""SELECT portal_trim_audit({tenant}, {before}, {most}) AS "Value" """)
            : db.Database.SqlQuery<int>($"EXEC portal_trim_audit {tenant}, {before}, {most}");
        return (await removed.ToListAsync(cancellationToken))[0];
    }
}
