using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The row locks of contract and account alone, of <see cref="AccountLocks"/>.</summary>
public sealed class RowLocks(AccountLocks locks)
{
    /// <inheritdoc cref="AccountLocks.ContractAsync"/>
    public Task TakeAsync(Guid contractId) => locks.ContractAsync(contractId);

    /// <inheritdoc cref="AccountLocks.AllAsync"/>
    public Task TakeAsync(PortalUser user) => locks.AllAsync(user);

    /// <summary>
    /// Whoever disables an account or ends its sessions and whoever renews a session of it take turns, so that no session comes of
    /// both at once (SE-05).
    /// </summary>
    public Task TakeStateAsync(Guid userId) => locks.SignInAsync(userId);
}
