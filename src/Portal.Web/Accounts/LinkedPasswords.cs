using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <param name="Purpose">A reset or an invitation.</param>
/// <param name="Account">Whose password the form says it sets; the link must be of the same (TR-05).</param>
public sealed record LinkedPasswordRequest(LinkPurpose Purpose, string? Token, Guid Account, string Password)
{
    /// <summary>Keeps both secrets out of logs (AU-05).</summary>
    public override string ToString() => nameof(LinkedPasswordRequest);
}

public abstract record LinkedPasswordOutcome
{
    private LinkedPasswordOutcome()
    {
    }

    public sealed record Set : LinkedPasswordOutcome;

    /// <summary>The link is used, too old, superseded, unknown, or its account must not sign in; nobody learns which (EN-09).</summary>
    public sealed record DeadLink : LinkedPasswordOutcome;

    /// <summary>The form is of another account than the link.</summary>
    public sealed record OtherAccount : LinkedPasswordOutcome;

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : LinkedPasswordOutcome;

    public sealed record TooBusy : LinkedPasswordOutcome;
}

/// <summary>Sets a password from a mailed link: releases the lockout, ends every session, keeps the second factor, signs nobody in (RESET-6, TR-10).</summary>
public sealed class LinkedPasswords(
    PortalDbContext db,
    UnitOfWork work,
    AccountLock accountLock,
    LockEnding ending,
    HashTurns turns,
    PasswordHashing hashing,
    PasswordJudge judge,
    PasswordService passwords,
    SecurityLinks links,
    RecoveryLedger ledger,
    AuditLog audit,
    TimeProvider clock)
{
    /// <summary>The link of a page that is only looked at; changes nothing (TR-02). Null when it is dead.</summary>
    public Task<SecurityLink?> FindAsync(LinkPurpose purpose, string? token) => work.RunAsync(async () =>
        await links.FindAsync(token, purpose) is { } link && ledger.Hindrance(link.User!) is null ? link : null);

    public async Task<LinkedPasswordOutcome> SetAsync(LinkedPasswordRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(request.Purpose, request.Token) is not { } link)
        {
            // Asked before the queue: a place among the known is for holders of links, not for whoever makes a token up.
            return new LinkedPasswordOutcome.DeadLink();
        }

        db.ChangeTracker.Clear(); // what is true after the wait is read then
        using var place = await turns.EnterAsync(HashQueue.Known, $"own/{link.UserId}");
        return place is null ? new LinkedPasswordOutcome.TooBusy() : await work.RunAsync(() => EvaluateAsync(request));
    }

    private async Task<LinkedPasswordOutcome> EvaluateAsync(LinkedPasswordRequest request)
    {
        if (await FindAsync(request.Purpose, request.Token) is not { User: { } user } link)
        {
            return new LinkedPasswordOutcome.DeadLink();
        }

        if (user.Id != request.Account)
        {
            return new LinkedPasswordOutcome.OtherAccount();
        }

        var row = request.Purpose == LinkPurpose.PasswordReset ? await ledger.TakeAsync(user.Id) : null;
        var state = await accountLock.TakeAsync(user.Id) ?? throw new InvalidOperationException("The account has no sign-in state.");
        await db.Entry(user).ReloadAsync();
        if (user.SecurityStamp != link.SecurityStamp || ledger.Hindrance(user) is not null)
        {
            return new LinkedPasswordOutcome.DeadLink();
        }

        var violations = await judge.JudgeAsync(user, request.Password, formerHash: user.PasswordHash);
        if (violations.Count > 0)
        {
            return new LinkedPasswordOutcome.Unfit(violations);
        }

        return await links.UseAsync(link) ? await SetAsync(link, user, state, row, request.Password) : new LinkedPasswordOutcome.DeadLink();
    }

    private async Task<LinkedPasswordOutcome> SetAsync(SecurityLink link, PortalUser user, SignInState state, RecoveryRow? row, string password)
    {
        ending.End(state, user, LockEnd.PasswordReset);
        await passwords.SetAsync(user, state, hashing.Hash(password));
        Confirm(link, user);
        if (row is not null)
        {
            row.LastResetAt = clock.GetUtcNow();
        }

        audit.Record(link.Purpose == LinkPurpose.Invitation ? AuditKinds.AccountActivated : AuditKinds.PasswordReset, AuditSubject.Of(user));
        return new LinkedPasswordOutcome.Set();
    }

    /// <summary>Whoever used the link reads the mailbox it went to (MAIL-3).</summary>
    private void Confirm(SecurityLink link, PortalUser user)
    {
        if (user.EmailConfirmedAt is null && user.Email == link.Email)
        {
            user.EmailConfirmedAt = clock.GetUtcNow();
            audit.Record(AuditKinds.EmailConfirmed, AuditSubject.Of(user));
        }
    }
}
