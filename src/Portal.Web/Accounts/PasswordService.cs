using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <param name="Session">The session the change is asked from.</param>
public sealed record PasswordChangeRequest(Session Session, string Current, string New, bool FromKnownBrowser);

public abstract record PasswordChangeOutcome
{
    private PasswordChangeOutcome()
    {
    }

    /// <param name="Token">Proof that the current password was right and the new one fit; for <see cref="PasswordService.ApplyAsync"/>.</param>
    /// <param name="Strength">The estimator's 0 to 4.</param>
    public sealed record Prepared(string Token, int Strength) : PasswordChangeOutcome;

    /// <summary>The proof was too old, used, or of another session or password.</summary>
    public sealed record TooLate : PasswordChangeOutcome;

    /// <param name="Sid">The id of the session that goes on; all others have ended.</param>
    /// <param name="User">With the stamp of the new password, by which this browser stays known.</param>
    public sealed record Changed(string Sid, PortalUser User) : PasswordChangeOutcome;

    /// <summary>The current password was wrong, or nobody may try any more; the page cannot tell which.</summary>
    public sealed record WrongCurrent : PasswordChangeOutcome;

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : PasswordChangeOutcome;

    public sealed record TooBusy : PasswordChangeOutcome;
}

/// <summary>Changing one's own password, by choice or by force. Wrong current ones count like failed sign-ins (CG-23).</summary>
public sealed class PasswordService(
    PortalDbContext db,
    UnitOfWork work,
    AccountLock accountLock,
    HashTurns turns,
    PasswordHashing hashing,
    PasswordJudge judge,
    SessionService sessions,
    CredentialChange credentials,
    AuditLog audit,
    OwnPassword own,
    PasswordChangeProof proof,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>Checks and changes in one step (the forced change).</summary>
    public Task<PasswordChangeOutcome> ChangeAsync(PasswordChangeRequest request) =>
        JudgeAsync(request, (user, state) => ReplaceAsync(request.Session, user, state, hashing.Hash(request.New)));

    /// <summary>Checks, and hands back a proof; the change itself waits for the confirmation (PASS-2).</summary>
    public Task<PasswordChangeOutcome> PrepareAsync(PasswordChangeRequest request) =>
        JudgeAsync(request, (user, _) => Task.FromResult<PasswordChangeOutcome>(
            new PasswordChangeOutcome.Prepared(proof.Write(request.Session, hashing.Hash(request.New)), PasswordJudge.Strength(request.New))));

    /// <summary>The confirmed change.</summary>
    public async Task<PasswordChangeOutcome> ApplyAsync(Session session, string? token)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (proof.Read(session, token) is not { } hash)
        {
            return new PasswordChangeOutcome.TooLate();
        }

        var state = await accountLock.TakeAsync(session.UserId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.SingleAsync(row => row.Id == session.UserId);

        // Changed meanwhile, in another tab or by a manager: the proof is of a state that is gone.
        return user.SecurityStamp == session.SecurityStamp ? await ReplaceAsync(session, user, state, hash) : new PasswordChangeOutcome.TooLate();
    }

    private async Task<PasswordChangeOutcome> JudgeAsync(PasswordChangeRequest request, Func<PortalUser, SignInState, Task<PasswordChangeOutcome>> then)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var place = await turns.EnterAsync(HashQueue.Known, $"own/{request.Session.UserId}");
        return place is null ? new PasswordChangeOutcome.TooBusy() : await work.RunAsync(() => EvaluateAsync(request, then));
    }

    /// <summary>Puts a password that was judged fit in place; ends temporary ones and every session.</summary>
    /// <param name="hash">Of the new password, by <see cref="PasswordHashing.Hash"/>.</param>
    public async Task SetAsync(PortalUser user, SignInState state, string hash)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        var now = clock.GetUtcNow();
        Remember(user, now);
        user.PasswordHash = hash;
        user.PasswordChangedAt = now;
        user.MustChangePassword = false;
        AccountLock.Store(state, LockoutRules.PasswordSet(AccountLock.Facts(state)));
        await credentials.ApplyAsync(user, CredentialReason.PasswordSet);
    }

    /// <summary>Keeps the hash that goes, where the policy compares with former ones.</summary>
    internal void Remember(PortalUser user, DateTimeOffset now)
    {
        if (tenant.Value.Passwords.HistoryDepth > 0 && user.PasswordHash is { } hash)
        {
            db.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(), UserId = user.Id, Hash = hash, ReplacedAt = now });
        }
    }

    private async Task<PasswordChangeOutcome> EvaluateAsync(PasswordChangeRequest request, Func<PortalUser, SignInState, Task<PasswordChangeOutcome>> then)
    {
        var state = await accountLock.TakeAsync(request.Session.UserId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == request.Session.UserId);
        var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        var byTemporary = request.Session.ChangeReason == nameof(ChangeReason.TemporaryPassword);
        if (!own.IsRight(new OwnPasswordTry(user, state, temporary, request.Current, byTemporary, request.FromKnownBrowser, AuditKinds.PasswordChangeFailed)))
        {
            return new PasswordChangeOutcome.WrongCurrent();
        }

        var violations = await judge.JudgeAsync(user, request.New, request.Current, byTemporary ? user.PasswordHash : null);
        if (violations.Count > 0)
        {
            return new PasswordChangeOutcome.Unfit(violations);
        }

        AccountLock.Store(state, LockoutRules.Succeed(AccountLock.Facts(state), Source(request)));
        return await then(user, state);
    }

    private static AttemptSource Source(PasswordChangeRequest request) => request.FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;

    private async Task<PasswordChangeOutcome> ReplaceAsync(Session session, PortalUser user, SignInState state, string hash)
    {
        await SetAsync(user, state, hash);
        audit.Record(AuditKinds.PasswordChanged, AuditSubject.Of(user), session.ChangeReason);
        return new PasswordChangeOutcome.Changed(sessions.Renew(session, user), user);
    }
}
