using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <summary>
/// "This was not me" (NOTICE-1): whoever signed in is out, and
/// nobody gets in until a reset, a manager or staff says so.
/// </summary>
public sealed class DisownService(PortalDbContext db, AccountLocks locks, RecoveryLedger ledger, SecurityLinks links,
    CredentialChange credentials, AuditLog audit, TimeProvider clock)
{
    /// <summary>The sign-in that a living link is about; null for every other link. Changes nothing.</summary>
    public async Task<DisownableSignIn?> FindAsync(string? token) =>
        await links.FindAsync(token, LinkPurpose.NotMe) is { } link
            ? new(link, await db.AuditEvents.SingleOrDefaultAsync(row => row.Id == link.AboutId))
            : null;

    /// <returns>False when another request was faster.</returns>
    public async Task<bool> DisownAsync(SecurityLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var recovery = await ledger.LockAsync(link.UserId);
        var state = await locks.SignInAsync(link.UserId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        if (!await links.UseAsync(link))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var user = await db.Users.SingleAsync(row => row.Id == link.UserId);
        var subject = AuditSubject.Of(user);
        state.Store(LockoutRules.Disown(LockoutLapse.Apply(state, subject, audit, now), now));

        // The lock ends by a reset, which need not wait because of one before it (RESET-2).
        recovery.LastResetAt = null;

        // Unfinished sign-ins, trusted browsers and half-done changes are the intruder's, too.
        var ended = await credentials.ApplyAsync(user, CredentialReason.Disowned);
        audit.Record(AuditKinds.SignInDisowned, subject, details: new { signIn = link.AboutId, sessionsEnded = ended });
        audit.Record(AuditKinds.Locked, subject, LockCauses.Disowned);
        return true;
    }
}

/// <param name="SignIn">Its event; null where the history was trimmed.</param>
public sealed record DisownableSignIn(SecurityLink Link, AuditEvent? SignIn);
