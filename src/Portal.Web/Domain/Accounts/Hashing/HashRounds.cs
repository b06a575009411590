using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>
/// What somebody's own password is compared or replaced by, in three steps: read in a transaction, hash with neither
/// connection nor lock, decide in a transaction under the account's lock (RX-05). Who lets the account change meanwhile
/// goes round again, and not for ever: a sign-in that hashes the password anew is such a change.
/// </summary>
public sealed class HashRounds(PortalDbContext db, UnitOfWork work, HashTurns turns)
{
    private const int Rounds = 3;

    /// <param name="userId">Of one account one is hashed at a time.</param>
    /// <param name="read">What is hashed against, or why nothing is.</param>
    /// <param name="hash">The costly step.</param>
    /// <param name="decide">Null where the account has changed since it was read.</param>
    /// <returns>Null where the turn did not come in time, or the account changed every time.</returns>
    public async Task<TOutcome?> RunAsync<TRead, THashed, TOutcome>(Guid userId, Func<Task<(TRead? Read, TOutcome? Refusal)>> read,
        Func<TRead, THashed> hash, Func<THashed, Task<TOutcome?>> decide)
        where TRead : class
        where TOutcome : class
    {
        ArgumentNullException.ThrowIfNull(hash);
        using var place = await turns.EnterAsync(HashQueue.Known, $"own/{userId}");
        for (var round = 0; place is not null && round < Rounds; round++)
        {
            // What is true after the wait, and under the lock, is read then.
            db.ChangeTracker.Clear();
            var (found, refusal) = await work.RunAsync(read);
            if (found is null)
            {
                return refusal;
            }

            var hashed = hash(found);
            db.ChangeTracker.Clear();
            if (await work.RunAsync(() => decide(hashed)) is { } outcome)
            {
                return outcome;
            }
        }

        return null;
    }
}
