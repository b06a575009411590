using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <param name="Session">The session the change is asked from.</param>
public sealed record PasswordChangeRequest(Session Session, string Current, string New, bool FromKnownBrowser);

public abstract record PasswordChangeOutcome
{
    private PasswordChangeOutcome()
    {
    }

    /// <param name="Token">Proof that the current password was right and the new one fit; for
    /// <see cref="PasswordService.ApplyAsync"/>.</param>
    /// <param name="Strength">The estimator's 0 to 4.</param>
    public sealed record Prepared(string Token, int Strength) : PasswordChangeOutcome;

    /// <summary>The proof was too old, used, or of another session or password.</summary>
    public sealed record TooLate : PasswordChangeOutcome;

    /// <param name="Sid">The id of the session that goes on; all others have ended.</param>
    /// <param name="User">With the stamp of the new password, by which this browser stays known.</param>
    public sealed record Changed(string Sid, PortalUser User) : PasswordChangeOutcome;

    /// <summary>The current password was wrong, or nobody may try any more; the page cannot tell which.</summary>
    public sealed record WrongCurrent : PasswordChangeOutcome;

    /// <summary>
    /// The temporary password that the session began with has died: of wrong tries, of its age or by another. Nothing
    /// can be set with it.
    /// </summary>
    public sealed record TemporaryOver : PasswordChangeOutcome;

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : PasswordChangeOutcome;

    /// <summary>
    /// The session was ended while its request waited; nothing has come of it, and it is told nothing (SE-03).
    /// </summary>
    public sealed record SessionOver : PasswordChangeOutcome;

    public sealed record TooBusy : PasswordChangeOutcome;
}

/// <summary>
/// Changing one's own password, by choice or by force. Wrong current ones count like failed sign-ins (CG-23).
/// Everything costly is done before the account's lock is taken; under it the session and what was compared with are
/// asked for again (SE-03, RX-05).
/// </summary>
public sealed class PasswordService(
    PortalDbContext db,
    HashRounds rounds,
    AccountLocks locks,
    PasswordJudge judge,
    SessionService sessions,
    PasswordReplacement replacement,
    AuditLog audit,
    OwnPassword own,
    PasswordChangeProof proof)
{
    /// <summary>Checks and changes in one step (the forced change).</summary>
    public Task<PasswordChangeOutcome> ChangeAsync(PasswordChangeRequest request) =>
        JudgeAsync(request, (user, state, hash) => ReplaceAsync(request.Session, user, state, hash));

    /// <summary>Checks, and hands back a proof; the change itself waits for the confirmation (PASS-2).</summary>
    public Task<PasswordChangeOutcome> PrepareAsync(PasswordChangeRequest request) =>
        JudgeAsync(request, (_, _, hash) => Task.FromResult<PasswordChangeOutcome>(
            new PasswordChangeOutcome.Prepared(proof.Write(request.Session, hash), PasswordJudge.Strength(request.New))));

    /// <summary>The confirmed change.</summary>
    public async Task<PasswordChangeOutcome> ApplyAsync(Session session, string? token)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (proof.Read(session, token) is not { } hash)
        {
            return new PasswordChangeOutcome.TooLate();
        }

        var state = await LockAsync(session.UserId);
        var user = await db.Users.OwnAsync(session.UserId);

        // Changed meanwhile, in another tab or by a manager, or ended: the proof is of a state that is gone.
        return await ReplaceAsync(session, user, state, hash) is PasswordChangeOutcome.Changed changed
            ? changed
            : new PasswordChangeOutcome.TooLate();
    }

    private async Task<PasswordChangeOutcome> JudgeAsync(PasswordChangeRequest request, Func<PortalUser, SignInState, string,
        Task<PasswordChangeOutcome>> then)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await rounds.RunAsync(request.Session.UserId, () => ReadAsync(request), asked => Judge(request, asked),
            judged => EvaluateAsync(request, judged, then)) ?? new PasswordChangeOutcome.TooBusy();
    }

    private async Task<(Asked? Asked, PasswordChangeOutcome? Refusal)> ReadAsync(PasswordChangeRequest request)
    {
        if (!await sessions.StillCountsAsync(request.Session))
        {
            return (null, new PasswordChangeOutcome.SessionOver());
        }

        var attempt = await TryAsync(request, db.SignInStates.AsNoTracking().OwnAsync(request.Session.UserId));
        return (new Asked(attempt, await AgainstAsync(attempt)), null);
    }

    private async Task<OwnPasswordTry> TryAsync(PasswordChangeRequest request, Task<SignInState> read)
    {
        var state = await read;
        var user = await db.Users.Include(row => row.Contract).OwnAsync(request.Session.UserId);
        var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        return new OwnPasswordTry(user, state, temporary, request.Current, IsByTemporary(request), request.FromKnownBrowser,
            AuditKinds.PasswordChangeFailed);
    }

    private Task<JudgedAgainst> AgainstAsync(OwnPasswordTry attempt) =>
        judge.ReadAsync(attempt.User, attempt.ByTemporary ? attempt.User.PasswordHash : null);

    /// <summary>
    /// The costly part, with neither connection nor lock; what is not needed for the answer is not computed.
    /// </summary>
    private Judged Judge(PasswordChangeRequest request, Asked asked)
    {
        var verdict = own.Compare(asked.Attempt);
        return new Judged(verdict, verdict.IsRight
            ? judge.Prepare(asked.Against, request.New, request.Current)
            : new JudgedPassword(asked.Against, [], null));
    }

    /// <returns>Null where the account has changed since it was read: judge again.</returns>
    private async Task<PasswordChangeOutcome?> EvaluateAsync(PasswordChangeRequest request, Judged judged, Func<PortalUser, SignInState,
        string, Task<PasswordChangeOutcome>> then)
    {
        var attempt = await TryAsync(request, LockAsync(request.Session.UserId));
        if (!await sessions.StillCountsAsync(request.Session))
        {
            return new PasswordChangeOutcome.SessionOver();
        }

        switch (own.IsRight(attempt, judged.Verdict))
        {
            case null:
                return null;
            case false:
                return own.HasDied(attempt) ? new PasswordChangeOutcome.TemporaryOver() : new PasswordChangeOutcome.WrongCurrent();
        }

        if (!judged.Password.Against.IsSameAs(await AgainstAsync(attempt)))
        {
            return null;
        }

        // The current password was right: that ends the run of wrong ones, also where the new one is unfit (LOCK-1).
        attempt.State.Store(LockoutRules.Succeed(attempt.State.ToLockout(), attempt.Source));
        return judged.Password.Hash is { } hash
            ? await then(attempt.User, attempt.State, hash)
            : new PasswordChangeOutcome.Unfit(judged.Password.Violations);
    }

    private async Task<SignInState> LockAsync(Guid userId) =>
        await locks.SignInAsync(userId) ?? throw new AccountGoneException();

    private static bool IsByTemporary(PasswordChangeRequest request) =>
        request.Session.ChangeReason == nameof(ChangeReason.TemporaryPassword);

    private async Task<PasswordChangeOutcome> ReplaceAsync(Session session, PortalUser user, SignInState state, string hash)
    {
        if (await sessions.RenewAsync(session, user, () => replacement.SetAsync(user, state, hash),
            SessionEnds.CredentialsChanged) is not { } sid)
        {
            return new PasswordChangeOutcome.SessionOver();
        }

        audit.Record(AuditKinds.PasswordChanged, AuditSubject.Of(user), session.ChangeReason);
        return new PasswordChangeOutcome.Changed(sid, user);
    }

    private sealed record Asked(OwnPasswordTry Attempt, JudgedAgainst Against);

    private sealed record Judged(OwnPasswordVerdict Verdict, JudgedPassword Password);
}
