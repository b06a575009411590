using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// Counts what a linked manager tried in vain: whoever goes through IDs one by one is stopped, however many they are
/// (CG-19).
/// </summary>
public sealed class LinkRefusals(PortalDbContext db, AccountLocks locks, SessionService sessions, AuditLog audit, TimeProvider clock)
{
    private const int PerHour = 10;

    /// <summary>
    /// Takes the manager's lock, so that what it sends at once is counted one after the other, and asks its session
    /// again: the turn for a hash may have come long after the request (SE-03).
    /// </summary>
    /// <returns>Why nothing may be tried; null where it may.</returns>
    public async Task<LinkOutcome?> EnterAsync(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        await locks.SignInAsync(session.UserId);
        if (!await sessions.StillCountsAsync(session))
        {
            return new LinkOutcome.SessionOver();
        }

        var since = clock.GetUtcNow().AddHours(-1);
        return await db.AuditEvents.CountAsync(row => row.SubjectId == session.UserId && row.Kind == LinkEvents.Refused
            && row.OccurredAt > since) >= PerHour ? new LinkOutcome.TooMany() : null;
    }

    /// <param name="administrator">What was named and is no administrator ID; null where nothing fits.</param>
    public void Record(PortalUser manager, string? administrator = null)
    {
        ArgumentNullException.ThrowIfNull(manager);
        audit.Record(LinkEvents.Refused, AuditSubject.Of(manager), details: administrator is null ? null : new { administrator });
    }
}
