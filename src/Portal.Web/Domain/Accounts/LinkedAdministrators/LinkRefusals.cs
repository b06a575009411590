using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// Counts what a linked manager tried in vain: whoever goes through IDs one by one is stopped, however many they are
/// (CG-19).
/// </summary>
public sealed class LinkRefusals(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    private const int PerHour = 10;

    public async Task<bool> AreTooManyAsync(PortalUser manager)
    {
        ArgumentNullException.ThrowIfNull(manager);
        var since = clock.GetUtcNow().AddHours(-1);
        return await db.AuditEvents.CountAsync(row => row.SubjectId == manager.Id && row.Kind == LinkEvents.Refused
            && row.OccurredAt > since) >= PerHour;
    }

    /// <param name="administrator">What was named and is no administrator ID; null where nothing fits.</param>
    public void Record(PortalUser manager, string? administrator = null)
    {
        ArgumentNullException.ThrowIfNull(manager);
        audit.Record(LinkEvents.Refused, AuditSubject.Of(manager), details: administrator is null ? null : new { administrator });
    }
}
