using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;

namespace Portal.Web.Domain.Accounts.Details;

public enum EmailOutcome
{
    Changed,
    Unchanged,

    /// <summary>The address is part of the login and somebody has this pair already.</summary>
    Taken,

    /// <summary>Too many addresses in the last hour that somebody else has (EN-06).</summary>
    TooManyTaken,

    /// <summary>The mail that asks to confirm it may not go out now (ML-08).</summary>
    TooManyMails,
}

/// <summary>Keyword and e-mail address: what gets one back in (TEMP-1, MAIL-3).</summary>
public sealed class RecoveryDetailsService(AccountLocks locks, HashAhead hashes, RegisteredAddress address, SecurityLinks links,
    IMailAllowance mails, AuditLog audit, AuditActor actor)
{
    /// <summary>The costly part, before any transaction.</summary>
    /// <param name="keyword">In canonical form and fit (<see cref="KeywordRules"/>).</param>
    public Task<string> PrepareKeywordAsync(string keyword) => KeywordRules.Check(keyword) is { } problem
        ? throw new ArgumentException($"The keyword is {problem}.", nameof(keyword))
        : hashes.HashAsync(keyword);

    /// <param name="hash">From <see cref="PrepareKeywordAsync"/>.</param>
    public async Task SetKeywordAsync(PortalUser user, string hash)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        (user.KeywordHash, user.ChangedBy) = (hash, actor.Name);
        audit.Record(AuditKinds.KeywordChanged, AuditSubject.Of(user));
    }

    /// <summary>An address that somebody responsible enters counts at once and is not yet confirmed (MAIL-3).</summary>
    /// <param name="email">Acceptable to <see cref="EmailAddress"/>, or null for none.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<EmailOutcome> SetEmailAsync(PortalUser user, string? email, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        var former = user.Email;
        if ((former ?? "") == (email ?? ""))
        {
            return EmailOutcome.Unchanged;
        }

        if (email is not null && await address.AskAsync(user, email) is not AddressUse.Free and var use)
        {
            return use == AddressUse.TooManyAnswers ? EmailOutcome.TooManyTaken : EmailOutcome.Taken;
        }

        if (email is not null && !await mails.AllowsAsync(MailCap.Address, user, email))
        {
            return EmailOutcome.TooManyMails;
        }

        await address.RegisterAsync(user, email, confirmedAt: null);
        if (actor.RightsOf != user.Id)
        {
            // Somebody vouches for this one: what undoes an earlier change of the owner's does not undo this.
            await links.EndAllAsync(user.Id, LinkPurpose.EmailChangeUndo);
        }

        if (email is not null)
        {
            await links.IssueAsync(user, LinkPurpose.EmailConfirmation, SecurityLinks.ConfirmationLife, email);
        }

        audit.Record(AuditKinds.EmailChanged, AuditSubject.Of(user), reason, new { from = former, to = email });
        return EmailOutcome.Changed;
    }
}
