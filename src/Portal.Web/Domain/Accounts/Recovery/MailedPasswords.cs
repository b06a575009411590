using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <param name="Purpose">A reset or an invitation.</param>
/// <param name="Account">Whose password the form says it sets; the link must be of the same (TR-05).</param>
public sealed record MailedPasswordRequest(LinkPurpose Purpose, string? Token, Guid Account, string Password)
{
    /// <summary>Keeps both secrets out of logs (AU-05).</summary>
    public override string ToString() => nameof(MailedPasswordRequest);
}

public abstract record MailedPasswordOutcome
{
    private MailedPasswordOutcome()
    {
    }

    public sealed record Set : MailedPasswordOutcome;

    /// <summary>
    /// The link is used, too old, superseded, unknown, or its account must not sign in; nobody learns which (EN-09).
    /// </summary>
    public sealed record DeadLink : MailedPasswordOutcome;

    /// <summary>The form is of another account than the link.</summary>
    public sealed record OtherAccount : MailedPasswordOutcome;

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : MailedPasswordOutcome;

    public sealed record TooBusy : MailedPasswordOutcome;
}

/// <summary>
/// Sets a password from a mailed link: releases the lockout, ends every session, keeps the second factor, signs nobody
/// in (RESET-6, TR-10).
/// </summary>
public sealed class MailedPasswords(
    UnitOfWork work,
    HashRounds rounds,
    AccountLocks locks,
    LockEnding ending,
    PasswordJudge judge,
    PasswordReplacement replacement,
    SecurityLinks links,
    RecoveryLedger ledger,
    AuditLog audit,
    TimeProvider clock)
{
    /// <summary>The link of a page that is only looked at; changes nothing (TR-02). Null when it is dead.</summary>
    public Task<SecurityLink?> FindAsync(LinkPurpose purpose, string? token) => work.RunAsync(async () =>
        await links.FindAsync(token, purpose) is { } link && ledger.Hindrance(link.User!) is null ? link : null);

    public async Task<MailedPasswordOutcome> SetAsync(MailedPasswordRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(request.Purpose, request.Token) is not { } link)
        {
            // Asked before the queue: a place among the known is for holders of links, not for whoever makes a token
            // up.
            return new MailedPasswordOutcome.DeadLink();
        }

        return await rounds.RunAsync(link.UserId, () => ReadAsync(request), against => judge.Prepare(against, request.Password),
            judged => EvaluateAsync(request, judged)) ?? new MailedPasswordOutcome.TooBusy();
    }

    private async Task<(JudgedAgainst? Against, MailedPasswordOutcome? Refusal)> ReadAsync(MailedPasswordRequest request)
    {
        if (await FindAsync(request.Purpose, request.Token) is not { User: { } user })
        {
            return (null, new MailedPasswordOutcome.DeadLink());
        }

        return user.Id == request.Account
            ? (await judge.ReadAsync(user, user.PasswordHash), null)
            : (null, new MailedPasswordOutcome.OtherAccount());
    }

    /// <returns>Null where the account has changed since the password was judged: judge again.</returns>
    private async Task<MailedPasswordOutcome?> EvaluateAsync(MailedPasswordRequest request, JudgedPassword judged)
    {
        var row = request.Purpose == LinkPurpose.PasswordReset ? await ledger.LockAsync(request.Account) : null;
        var state = await locks.SignInAsync(request.Account);

        // Found again under the lock: used, superseded or made worthless while this request waited.
        if (state is null || await FindAsync(request.Purpose, request.Token) is not { User: { } user } link || user.Id != request.Account)
        {
            return new MailedPasswordOutcome.DeadLink();
        }

        if (!judged.Against.IsSameAs(await judge.ReadAsync(user, user.PasswordHash)))
        {
            return null;
        }

        if (judged.Hash is not { } hash)
        {
            return new MailedPasswordOutcome.Unfit(judged.Violations);
        }

        return await links.UseAsync(link) ? await SetAsync(link, user, state, row, hash) : new MailedPasswordOutcome.DeadLink();
    }

    private async Task<MailedPasswordOutcome> SetAsync(SecurityLink link, PortalUser user, SignInState state, RecoveryRow? row, string hash)
    {
        await ending.EndAsync(state, user, LockEnd.PasswordReset);
        await replacement.SetAsync(user, state, hash);
        Confirm(link, user);
        if (row is not null)
        {
            row.LastResetAt = clock.GetUtcNow();
        }

        audit.Record(link.Purpose == LinkPurpose.PasswordReset ? AuditKinds.PasswordReset : AuditKinds.AccountActivated,
            AuditSubject.Of(user));
        return new MailedPasswordOutcome.Set();
    }

    /// <summary>Whoever used the link reads the mailbox it went to (MAIL-3).</summary>
    private void Confirm(SecurityLink link, PortalUser user)
    {
        if (user.Email == link.Email && user.ProveEmail(clock.GetUtcNow()))
        {
            audit.Record(AuditKinds.EmailConfirmed, AuditSubject.Of(user));
        }
    }
}
