using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Credentials;

/// <summary>Why what lets somebody in, or keeps it in, is not to be believed any more.</summary>
public enum CredentialReason
{
    /// <summary>A new password: one's own change, a reset, an invitation.</summary>
    PasswordSet,

    /// <summary>A temporary password voids the old one at once (TEMP-5).</summary>
    PasswordTakenBack,

    /// <summary>Every second factor is taken away (MFA-7).</summary>
    FactorsRemoved,

    /// <summary>A change of address is undone from the old one (MAIL-1).</summary>
    AddressUndone,

    /// <summary>"This was not me" (NOTICE-1).</summary>
    Disowned,

    /// <summary>Sign-in is switched off.</summary>
    Disabled,
}

/// <summary>
/// The only place that gives an account a new security stamp, and so the only one that says what dies with the old
/// (TR-04, SE-03). Unfinished sign-ins, proofs and links carry the stamp and die by it; what has rows that lists count
/// is ended by name.
/// </summary>
public sealed class CredentialChange(
    PortalDbContext db, SessionService sessions, SecurityLinks links, TrustedBrowsers trusted, TimeProvider clock)
{
    /// <param name="sessionEnd">One of <see cref="SessionEnds"/>, where
    /// it is told who did it; null = the usual one of the reason.</param>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> ApplyAsync(PortalUser user, CredentialReason reason, string? sessionEnd = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.SecurityStamp = Tokens.Stamp();
        await trusted.EndAllAsync(user.Id);
        await db.CancelEmailChangesAsync(user.Id, clock.GetUtcNow());
        if (reason == CredentialReason.PasswordSet)
        {
            await EndTemporaryPasswordsAsync(user.Id);
        }

        if (reason == CredentialReason.Disowned)
        {
            // Those that outlive a stamp, too: the intruder may read the mailbox.
            await links.EndAllAsync(user.Id, SecurityLinks.BoundToAddress);
        }

        return await sessions.EndAllAsync(user.Id, sessionEnd ?? Usual(reason));
    }

    private Task<int> EndTemporaryPasswordsAsync(Guid userId)
    {
        var now = clock.GetUtcNow();
        return db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
    }

    private static string Usual(CredentialReason reason) => reason switch
    {
        CredentialReason.Disowned => SessionEnds.EndedByUser,
        CredentialReason.Disabled => SessionEnds.Disabled,
        _ => SessionEnds.CredentialsChanged,
    };
}
