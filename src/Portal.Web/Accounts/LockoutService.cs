using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>Releases locks: by a person at once, by elapsed time with a row dated when it really ended (LOCK-4, LOCK-9).</summary>
public sealed class LockoutService(PortalDbContext db, AccountLocks locks, LockEnding ending, AuditLog audit, TimeProvider clock)
{
    /// <param name="reason">Why, where the page asks for it; the event's actor says who.</param>
    public async Task<ReleaseOutcome> ReleaseAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await locks.SignInAsync(user.Id) is { } row ? ending.End(row, user, LockEnd.Person, reason) : ReleaseOutcome.NotLocked;
    }

    /// <summary>Ends the locks of the current tenant whose time is over.</summary>
    /// <returns>How many accounts were looked at.</returns>
    public async Task<int> LapseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.SignInStates.Where(row => row.StrangerLockedUntil <= now || row.KnownLockedUntil <= now).OrderBy(row => row.UserId).Take(500).Select(row => row.UserId).ToListAsync(cancellationToken);
        foreach (var userId in due)
        {
            if (await locks.SignInAsync(userId) is { } row)
            {
                LockoutLapse.Apply(row, AuditSubject.Of(await db.Users.SingleAsync(user => user.Id == userId, cancellationToken)), audit, now);
            }
        }

        return due.Count;
    }
}
