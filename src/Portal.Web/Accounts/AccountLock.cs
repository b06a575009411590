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

    public static LockoutState Facts(SignInState row) => row.ToLockout();

    public static void Store(SignInState row, LockoutState state) => row.Store(state);
}
