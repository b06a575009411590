using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>What ends a lock before its time.</summary>
public enum LockEnd
{
    /// <summary>A manager, the staff or whoever has the command line.</summary>
    Person,

    TemporaryPassword,

    PasswordReset,
}

public enum ReleaseOutcome
{
    Released,

    /// <summary>Nothing to release: it ended meanwhile, or somebody else was faster.</summary>
    NotLocked,

    /// <summary>The password is void; only a temporary password or a reset helps (LOCK-3).</summary>
    Void,
}

/// <summary>
/// The only way in which a lock ends before its time. What ran out before has its own row first, dated when it really
/// ended: the history must not say that a person, or a new password, released what had ended by itself (LOCK-9).
/// </summary>
public sealed class LockEnding(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>The caller holds the row lock.</summary>
    /// <param name="reason">Why a person did it, where that was asked.</param>
    /// <param name="details">Kept with the event.</param>
    public async Task<ReleaseOutcome> EndAsync(SignInState row, PortalUser user, LockEnd why, string? reason = null,
        object? details = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(user);
        var (now, subject) = (clock.GetUtcNow(), AuditSubject.Of(user));
        var state = LockoutLapse.Apply(row, subject, audit, now);
        if (why == LockEnd.Person && state.VoidedAt is not null)
        {
            return ReleaseOutcome.Void;
        }

        // A void password is no lock; its successor ends it.
        var wasLocked = LockoutRules.IsLocked(state with { VoidedAt = null }, now);
        if (wasLocked)
        {
            audit.Record(AuditKinds.Released, subject, reason ?? Reason(why), details);
        }
        else if (why == LockEnd.Person)
        {
            return ReleaseOutcome.NotLocked;
        }

        // Nothing has been guessed at a new password, so its counts begin anew also where nothing was locked.
        row.Store(LockoutRules.Release(state));
        row.FailureAddresses = "";
        await ForgetCodesAsync(user.Id);
        return wasLocked ? ReleaseOutcome.Released : ReleaseOutcome.NotLocked;
    }

    /// <summary>
    /// Wrong codes are counted beside, and a release resets every count (LOCK-4): else one more would lock what was
    /// released a moment ago.
    /// </summary>
    private Task<int> ForgetCodesAsync(Guid userId) => db.CodeFailures.Where(row => row.UserId == userId)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, 0));

    private static string? Reason(LockEnd why) => why switch
    {
        LockEnd.TemporaryPassword => "TemporaryPassword",
        LockEnd.PasswordReset => AuditKinds.PasswordReset,
        _ => null,
    };
}
