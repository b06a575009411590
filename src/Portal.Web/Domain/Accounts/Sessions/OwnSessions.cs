using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>Where the signed-in user is signed in, and ending it there (HIST-1, SE-07).</summary>
public sealed class OwnSessions(PortalDbContext db, AccountLocks locks, SessionService sessions, CurrentSession current, AuditLog audit)
{
    /// <summary>Live ones, this one first, then by last use.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync()
    {
        var live = await sessions.Live(current.UserId).AsNoTracking().ToListAsync();
        return [.. live.OrderByDescending(row => row.Id == current.Session.Id).ThenByDescending(row => row.LastSeenAt)];
    }

    /// <returns>How many ended; null where the user has no such session.</returns>
    public async Task<int?> EndAsync(Guid id)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.UserId == current.UserId) is not { } session)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, id.ToString(), null), "session");
            return null;
        }

        return Record(await sessions.EndAsync(session, SessionEnds.EndedByUser));
    }

    public async Task<int> EndOthersAsync()
    {
        await locks.SignInAsync(current.UserId);
        return Record(await sessions.EndAllAsync(current.UserId, SessionEnds.EndedByUser, except: current.Session.Id));
    }

    private int Record(int ended)
    {
        if (ended > 0)
        {
            audit.Record(AuditKinds.SessionEnded, current.Account, SessionEnds.EndedByUser, new { sessions = ended });
        }

        return ended;
    }
}
