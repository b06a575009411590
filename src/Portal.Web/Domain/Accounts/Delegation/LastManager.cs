using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>
/// A contract keeps one manager that can sign in, and the staff one system administrator (CONT-4, AZ-08).
/// </summary>
public sealed class LastManager(PortalDbContext db, TenantClock clock)
{
    /// <summary>
    /// Exact only while the contract is locked (<see cref="AccountLocks"/>):
    /// two who disable each other must take turns.
    /// </summary>
    public async Task<bool> IsAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var today = clock.Today;
        var others = db.Users.Where(row => row.Id != user.Id && row.DisabledAt == null
            && (row.ValidUntil == null || row.ValidUntil >= today));

        // The roles are part of the statement: by a parameter PostgreSQL does not know that managers are few, and reads
        // all IDs of the contract.
        return user.Role switch
        {
            AccountRole.Manager => !await others.AnyAsync(row => row.Role == AccountRole.Manager && row.ContractId == user.ContractId),
            AccountRole.SystemAdministrator => !await others.AnyAsync(row => row.Role == AccountRole.SystemAdministrator),
            _ => false,
        };
    }
}
