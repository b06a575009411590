using Microsoft.EntityFrameworkCore;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Temporary passwords for accounts of other tenants.</summary>
public sealed class UserPasswords(PortalDbContext db, StaffReach reach, AccountLocks locks, TemporaryPasswordService passwords)
{
    /// <summary>The temporary password that is current, if any.</summary>
    public Task<Guid?> CurrentAsync(UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => CurrentAsync(target.User.Id));
    }

    /// <summary>
    /// Under the rules of the tenant of that slug, before the transaction; null where none is within reach.
    /// </summary>
    public async Task<PreparedPassword?> PrepareAsync(string slug) =>
        await reach.WithinAsync(slug) is { } tenant ? await passwords.PrepareAsync(tenant.Passwords) : null;

    /// <returns>Null where the current one is not the former any more: a colleague has just issued one and told it to
    /// somebody (TR-18).</returns>
    public Task<IssueOutcome.Issued?> IssueAsync(UserTarget target, PreparedPassword prepared, Guid? former, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            await locks.SignInAsync(target.User.Id);
            return await CurrentAsync(target.User.Id) == former
                ? await passwords.IssueAsync(target.User.Id, prepared, TemporaryPasswordOrigin.Staff, reason)
                : null;
        });
    }

    private Task<Guid?> CurrentAsync(Guid userId) =>
        db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null).Select(row => (Guid?)row.Id).SingleOrDefaultAsync();
}
