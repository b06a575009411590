using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>Takes the row lock of an account's sign-in state and maps it to the rules' facts and back.</summary>
public sealed class AccountLock(PortalDbContext db)
{
    /// <summary>
    /// One statement takes the lock, on every database; from here to the end of the transaction nobody else evaluates a
    /// password of this account or changes its state. An unknown account costs the same statements.
    /// </summary>
    public async Task<SignInState?> TakeAsync(Guid userId)
    {
        await db.SignInStates.Where(row => row.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1));
        return await db.SignInStates.SingleOrDefaultAsync(row => row.UserId == userId);
    }

    public static LockoutState Facts(SignInState row) => new(
        new SourceState(row.StrangerFailures, row.StrangerLockedAt, row.StrangerLockedUntil),
        new SourceState(row.KnownFailures, row.KnownLockedAt, row.KnownLockedUntil),
        row.TotalFailures,
        row.Locks,
        row.VoidedAt);

    public static void Store(SignInState row, LockoutState state)
    {
        (row.StrangerFailures, row.StrangerLockedAt, row.StrangerLockedUntil) = (state.Stranger.Failures, state.Stranger.LockedAt, state.Stranger.LockedUntil);
        (row.KnownFailures, row.KnownLockedAt, row.KnownLockedUntil) = (state.Known.Failures, state.Known.LockedAt, state.Known.LockedUntil);
        (row.TotalFailures, row.Locks, row.VoidedAt) = (state.TotalFailures, state.Locks, state.VoidedAt);
    }
}
