using Microsoft.EntityFrameworkCore;
using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Portal.Web.Accounts.Identity;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

public enum EmailOutcome
{
    Changed,
    Unchanged,

    /// <summary>The address is part of the login and somebody has this pair already.</summary>
    Taken,
}

/// <summary>Keyword and e-mail address: what gets one back in (TEMP-1, MAIL-3).</summary>
public sealed class RecoveryDetailsService(PortalDbContext db, RowLocks locks, PasswordHashing hashing, PortalUserManager manager, SecurityLinks links, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    /// <param name="keyword">In canonical form and fit (<see cref="KeywordRules"/>).</param>
    public async Task SetKeywordAsync(PortalUser user, string keyword)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (KeywordRules.Check(keyword) is { } problem)
        {
            throw new ArgumentException($"The keyword is {problem}.", nameof(keyword));
        }

        await locks.TakeAsync(user);
        (user.KeywordHash, user.ChangedBy) = (hashing.Hash(keyword), actor.Name);
        audit.Record(AuditKinds.KeywordChanged, AuditSubject.Of(user));
    }

    /// <summary>An address that somebody responsible enters counts at once and is not yet confirmed (MAIL-3).</summary>
    /// <param name="email">Acceptable to <see cref="EmailAddress"/>, or null for none.</param>
    public async Task<EmailOutcome> SetEmailAsync(PortalUser user, string? email)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.TakeAsync(user);
        var former = user.Email;
        if ((former ?? "") == (email ?? ""))
        {
            return EmailOutcome.Unchanged;
        }

        Put(user, email);
        await manager.UpdateNormalizedUserNameAsync(user);
        if (await db.Users.AnyAsync(row => row.Id != user.Id && row.Door == user.Door && row.NormalizedUserName == user.NormalizedUserName))
        {
            await db.Entry(user).ReloadAsync();
            return EmailOutcome.Taken;
        }

        await EndUnfinishedSignInsAsync(user);
        await links.EndAllAsync(user.Id, SecurityLinks.BoundToAddress);
        audit.Record(AuditKinds.EmailChanged, AuditSubject.Of(user), details: new { from = former, to = email });
        return EmailOutcome.Changed;
    }

    private void Put(PortalUser user, string? email) =>
        (user.Email, user.NormalizedEmail, user.EmailConfirmedAt, user.ChangedBy) = (email, email is null ? null : CanonicalText.Email(email), null, actor.Name);

    /// <summary>Their codes went to the old address, as links did (TR-04).</summary>
    private Task<int> EndUnfinishedSignInsAsync(PortalUser user)
    {
        var now = clock.GetUtcNow();
        return db.SignInAttempts.Where(row => row.UserId == user.Id && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
    }
}
