using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>
/// Locks that make managers take turns: contract first, then account, always in this order, so that no two wait for each
/// other. What is decided under them still holds at the commit (AZ-07, AZ-08).
/// </summary>
public sealed class RowLocks(PortalDbContext db)
{
    public Task TakeAsync(Guid contractId) =>
        db.Contracts.Where(row => row.Id == contractId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountLimit, row => row.AccountLimit));

    /// <summary>The account is locked and read again, unless this transaction has changed it and so holds its lock already.</summary>
    public async Task TakeAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.ContractId is { } contractId)
        {
            await TakeAsync(contractId);
        }

        await TakeStateAsync(user.Id);
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        if (db.Entry(user).State == EntityState.Unchanged)
        {
            await db.Entry(user).ReloadAsync();
        }
    }

    /// <summary>
    /// The lock that <see cref="AccountLock"/> takes, too: whoever disables an account or ends its sessions and whoever renews a session of it
    /// take turns, so that neither a deadlock nor a session comes of both at once (SE-05).
    /// </summary>
    public Task TakeStateAsync(Guid userId) =>
        db.SignInStates.Where(row => row.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts));

    /// <summary>System administrators belong to no contract; they are one group of their own.</summary>
    public Task TakeSystemAdministratorsAsync() =>
        db.Users.Where(row => row.Role == Rules.Delegation.AccountRole.SystemAdministrator).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
}
