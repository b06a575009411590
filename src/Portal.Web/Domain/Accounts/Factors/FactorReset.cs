using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Takes away every factor of somebody who has lost them (MFA-7): the way in is the password again, and where the
/// policy demands a factor the next sign-in sets one up (MF-14).
/// </summary>
public sealed class FactorReset(
    PortalDbContext db, AccountLocks locks, RecoveryCodes recoveryCodes, CredentialChange credentials, AuditLog audit)
{
    /// <summary>Whether there is anything to remove: nobody is asked about nothing (SAFE-4).</summary>
    public Task<bool> HasAnyAsync(Guid userId) => db.Users.AnyAsync(user => user.Id == userId && (user.WantsSecondFactor
        || db.AuthenticatorApps.Any(row => row.UserId == userId) || db.Passkeys.Any(row => row.UserId == userId)
        || db.RecoveryCodes.Any(row => row.UserId == userId && row.UsedAt == null)));

    /// <param name="reason">Why; for the audit log.</param>
    /// <param name="why">One of <see cref="SessionEnds"/>: what the ended sessions' next page says.</param>
    /// <returns>The event; null when there was nothing to remove.</returns>
    public async Task<AuditEvent?> RemoveAllAsync(Guid userId, string? reason, string why)
    {
        var user = await db.Users.SingleAsync(row => row.Id == userId);
        await locks.AllAsync(user);
        var apps = await db.AuthenticatorApps.Where(row => row.UserId == userId).ExecuteDeleteAsync();
        var passkeys = await db.Passkeys.Where(row => row.UserId == userId).ExecuteDeleteAsync();
        var codes = await recoveryCodes.EndAsync(userId);
        if (apps + passkeys + codes == 0 && !user.WantsSecondFactor)
        {
            return null;
        }

        // Whatever a thief of the lost device has begun ends here: sign-ins under way, sessions, trusted browsers.
        user.WantsSecondFactor = false;
        await credentials.ApplyAsync(user, CredentialReason.FactorsRemoved, why);
        return audit.Record(AuditKinds.FactorRemoved, AuditSubject.Of(user), reason, new { apps, passkeys, recoveryCodes = codes });
    }
}
