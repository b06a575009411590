using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>
/// Releases locks: by a person at once, by elapsed time with a row dated when it really ended (LOCK-4, LOCK-9).
/// </summary>
public sealed class LockoutService(PortalDbContext db, AccountLocks locks, LockEnding ending, AuditLog audit, TimeProvider clock)
{
    /// <param name="reason">Why, where the page asks for it; the event's actor says who.</param>
    public async Task<ReleaseOutcome> ReleaseAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await locks.SignInAsync(user.Id) is { } row
            ? await ending.EndAsync(row, user, LockEnd.Person, reason)
            : ReleaseOutcome.NotLocked;
    }

    /// <summary>The accounts of the current tenant that have a lock whose time is over.</summary>
    public IQueryable<Guid> DueForLapse()
    {
        var now = clock.GetUtcNow();

        // Locked at all comes first, because that has an index: a round asks every half minute, and few are.
        return db.SignInStates.Where(row => row.LockedSince != null && (row.StrangerLockedUntil <= now || row.KnownLockedUntil <= now))
            .OrderBy(row => row.UserId).Select(row => row.UserId);
    }

    /// <summary>Ends the locks of one account whose time is over.</summary>
    /// <returns>How many accounts were looked at.</returns>
    public async Task<int> LapseAsync(Guid userId)
    {
        if (await locks.SignInAsync(userId) is not { } row)
        {
            return 0;
        }

        LockoutLapse.Apply(row, AuditSubject.Of(await db.Users.SingleAsync(user => user.Id == userId)), audit, clock.GetUtcNow());
        return 1;
    }
}
