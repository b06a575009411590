using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Locks;

/// <summary>
/// Row locks around an account, always in the order of <see cref="LockRank"/>, so that no two wait for each other. What
/// is decided under them still holds at the commit (LOCK-2, AZ-07, AZ-08).
/// </summary>
public sealed class AccountLocks(PortalDbContext db, LockOrder order)
{
    private readonly HashSet<(Guid Transaction, Guid Id)> contracts = [];
    private readonly HashSet<(Guid Transaction, Guid User)> whole = [];

    private Guid Transaction => db.Database.CurrentTransaction?.TransactionId ?? Guid.Empty;

    /// <summary>Makes managers of one contract take turns.</summary>
    public async Task ContractAsync(Guid contractId)
    {
        await order.EnterAsync(LockRank.Contract, contractId);
        await db.Contracts.Where(row => row.Id == contractId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountLimit, row => row.AccountLimit));
        contracts.Add((Transaction, contractId));
    }

    /// <summary>
    /// That contract and, of one of its people, all others that this one works for: it may be the last manager of any
    /// (AZ-08). In the order of their ids, so that two contracts whose people manage each other never wait for each
    /// other. What it is let into afterwards would be locked out of that order: whoever locks the account then is told
    /// that somebody was faster.
    /// </summary>
    public async Task ContractsAsync(Guid contractId, Guid userId)
    {
        var others = await db.Memberships.Where(row => row.UserId == userId && row.User!.ContractId == contractId)
            .Select(row => row.ContractId).ToListAsync();
        if (whole.Contains((Transaction, userId)))
        {
            ThrowUnlessHeld(others);
        }

        foreach (var id in others.Append(contractId).Order())
        {
            await ContractAsync(id);
        }

        whole.Add((Transaction, userId));
    }

    /// <summary>
    /// One statement takes the lock, on every database; from here to the end of the transaction nobody else evaluates a
    /// password of this account or changes its state. An unknown account costs the same statements.
    /// </summary>
    public async Task<SignInState?> SignInAsync(Guid userId)
    {
        await order.EnterAsync(LockRank.SignIn, userId);
        await db.SignInStates.Where(row => row.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1));
        return await ReadAsync(userId);
    }

    /// <summary>
    /// The account, after its contract. It is read again, unless this
    /// transaction has changed it and so holds its lock already.
    /// </summary>
    public async Task AccountAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.ContractId is { } contractId)
        {
            await ContractAsync(contractId);
        }

        await order.EnterAsync(LockRank.Account, user.Id);
        await db.Users.Where(row => row.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        if (db.Entry(user).State == EntityState.Unchanged)
        {
            await db.Entry(user).ReloadAsync();
        }

        // From here on nobody lets it into a contract before this transaction ends: that writes the account.
        if (whole.Contains((Transaction, user.Id)))
        {
            ThrowUnlessHeld(await db.Memberships.Where(row => row.UserId == user.Id).Select(row => row.ContractId).ToListAsync());
        }
    }

    /// <summary>
    /// Contract, sign-in state and account: for what changes how somebody signs in and who somebody is, in one go.
    /// </summary>
    public async Task<SignInState?> AllAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.ContractId is { } contractId)
        {
            await ContractAsync(contractId);
        }

        var state = await SignInAsync(user.Id);
        await AccountAsync(user);
        return state;
    }

    /// <summary>
    /// System administrators belong to no contract; they are one group of their own, locked one by one in the order of
    /// their ids. Of an account that is acted on the sign-in state is locked before.
    /// </summary>
    public async Task SystemAdministratorsAsync()
    {
        await order.EnterAsync(LockRank.Account, Guid.Empty);
        foreach (var id in await db.Users.Where(row => row.Role == AccountRole.SystemAdministrator).OrderBy(row => row.Id)
            .Select(row => row.Id).ToListAsync())
        {
            await db.Users.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        }
    }

    private void ThrowUnlessHeld(IEnumerable<Guid> ids)
    {
        if (!ids.All(id => contracts.Contains((Transaction, id))))
        {
            throw new DbUpdateConcurrencyException("The account was let into a contract while its contracts were being locked.");
        }
    }

    /// <summary>
    /// What was read before the lock was held may be of the past by now; what this transaction has changed is not.
    /// </summary>
    private async Task<SignInState?> ReadAsync(Guid userId)
    {
        if (db.SignInStates.Local.FirstOrDefault(row => row.UserId == userId) is not { } known)
        {
            return await db.SignInStates.SingleOrDefaultAsync(row => row.UserId == userId);
        }

        if (db.Entry(known).State == EntityState.Unchanged)
        {
            await db.Entry(known).ReloadAsync();
        }

        return known;
    }
}
