using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

public enum ReleaseOutcome
{
    Released,

    /// <summary>Nothing to release: it ended meanwhile, or somebody else was faster.</summary>
    NotLocked,

    /// <summary>The password is void; only a temporary password or a reset helps (LOCK-3).</summary>
    Void,
}

/// <summary>Releases locks: by a person at once, by elapsed time with a row dated when it really ended (LOCK-4, LOCK-9).</summary>
public sealed class LockoutService(PortalDbContext db, AccountLock accountLock, AuditLog audit, TimeProvider clock)
{
    /// <param name="reason">Why, where the page asks for it; the event's actor says who.</param>
    public async Task<ReleaseOutcome> ReleaseAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        var now = clock.GetUtcNow();
        if (await accountLock.TakeAsync(user.Id) is not { } row)
        {
            return ReleaseOutcome.NotLocked;
        }

        var facts = LockoutLapse.Apply(row, AuditSubject.Of(user), audit, now);
        if (!LockoutRules.IsLocked(facts, now))
        {
            return ReleaseOutcome.NotLocked;
        }

        if (facts.VoidedAt is not null)
        {
            return ReleaseOutcome.Void;
        }

        AccountLock.Store(row, LockoutRules.Release(facts));
        row.FailureAddresses = "";
        audit.Record(AuditKinds.Released, AuditSubject.Of(user), reason);
        return ReleaseOutcome.Released;
    }

    /// <summary>Ends the locks of the current tenant whose time is over.</summary>
    /// <returns>How many accounts were looked at.</returns>
    public async Task<int> LapseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.SignInStates.Where(row => row.StrangerLockedUntil <= now || row.KnownLockedUntil <= now).OrderBy(row => row.UserId).Take(500).Select(row => row.UserId).ToListAsync(cancellationToken);
        foreach (var userId in due)
        {
            if (await accountLock.TakeAsync(userId) is { } row)
            {
                LockoutLapse.Apply(row, AuditSubject.Of(await db.Users.SingleAsync(user => user.Id == userId, cancellationToken)), audit, now);
            }
        }

        return due.Count;
    }
}
