using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Recovery;

namespace Portal.Web.Domain.Accounts.Locks;

/// <summary>Row locks around an account, in the order in which a transaction takes them.</summary>
public enum LockRank
{
    Contract,

    /// <summary>How often the ways back in were tried (<see cref="RecoveryLedger"/>).</summary>
    Recovery,

    SignIn,

    /// <summary>
    /// Last, because whoever evaluates a password writes the account
    /// at the end of the transaction without asking for its lock.
    /// </summary>
    Account,
}

/// <summary>
/// Remembers what the current transaction has locked. Two orders are a deadlock that shows itself on a busy day alone;
/// so a wrong order is an error at once, everywhere but in production, where the database would solve it by failing one
/// of the two.
/// </summary>
public sealed class LockOrder(PortalDbContext db, IHostEnvironment environment)
{
    private readonly HashSet<(LockRank Rank, Guid Id)> held = [];
    private Guid transaction;

    /// <exception cref="InvalidOperationException">A lock that comes later is held already, or there is no transaction
    /// to hold one.</exception>
    public async ValueTask EnterAsync(LockRank rank, Guid id)
    {
        if (environment.IsProduction())
        {
            return;
        }

        var current = (await db.TransactionAsync()).TransactionId;
        if (current != transaction)
        {
            held.Clear();
            transaction = current;
        }

        if (!held.Contains((rank, id)) && held.Any(lockHeld => lockHeld.Rank > rank))
        {
            var latest = held.Max(lockHeld => lockHeld.Rank);
            throw new InvalidOperationException($"{rank} is locked after {latest}: two who do it in different orders wait for each other.");
        }

        held.Add((rank, id));
    }
}
