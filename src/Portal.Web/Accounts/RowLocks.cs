using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The row locks of contract and account alone, of <see cref="AccountLocks"/>.</summary>
public sealed class RowLocks(AccountLocks locks)
{
    /// <inheritdoc cref="AccountLocks.ContractAsync"/>
    public Task TakeAsync(Guid contractId) => locks.ContractAsync(contractId);

    /// <inheritdoc cref="AccountLocks.AccountAsync"/>
    public Task TakeAsync(PortalUser user) => locks.AccountAsync(user);
}
