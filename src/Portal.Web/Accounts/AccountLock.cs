using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The row lock of an account's sign-in state alone, of <see cref="AccountLocks"/>.</summary>
public sealed class AccountLock(AccountLocks locks)
{
    /// <inheritdoc cref="AccountLocks.SignInAsync"/>
    public Task<SignInState?> TakeAsync(Guid userId) => locks.SignInAsync(userId);

    public static LockoutState Facts(SignInState row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.ToLockout();
    }

    public static void Store(SignInState row, LockoutState state)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.Store(state);
    }
}
