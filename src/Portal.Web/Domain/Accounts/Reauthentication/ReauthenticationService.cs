using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Reauthentication;

public abstract record ReauthenticationOutcome
{
    private ReauthenticationOutcome()
    {
    }

    /// <param name="Sid">The id under which the session goes on.</param>
    public sealed record Proven(string Sid) : ReauthenticationOutcome;

    /// <summary>Wrong, or nobody may try any more; the page cannot tell which.</summary>
    public sealed record Refused : ReauthenticationOutcome;

    public sealed record TooBusy : ReauthenticationOutcome;
}

/// <summary>
/// A signed-in user proves to be itself before something sensitive (MFA-6). Failing ends no session; it locks as a
/// sign-in would.
/// </summary>
public sealed class ReauthenticationService(
    PortalDbContext db, UnitOfWork work, AccountLocks locks, HashRounds rounds, OwnPassword password, PasskeyAssertions passkeys,
        SessionService sessions, AuditLog audit, TimeProvider clock)
{
    public async Task<ReauthenticationOutcome> ByPasswordAsync(Session session, string typed, bool fromKnownBrowser)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await rounds.RunAsync(session.UserId,
            async () => (await TryAsync(session, typed, fromKnownBrowser,
                db.SignInStates.AsNoTracking().OwnAsync(session.UserId)), (ReauthenticationOutcome?)null),
            password.Compare,
            verdict => EvaluateAsync(session, typed, fromKnownBrowser, verdict)) ?? new ReauthenticationOutcome.TooBusy();
    }

    public Task<bool> HasPasskeyAsync(Session session) => work.RunAsync(() => db.Passkeys.AnyAsync(row => row.UserId == session.UserId));

    /// <summary>Asks for one of the user's own passkeys.</summary>
    public async Task<CeremonyOffer> OfferAsync(Session session, string browser)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await passkeys.OfferAsync(Binding(session), browser, await db.Users.OwnAsync(session.UserId));
    }

    /// <summary>Runs inside the current transaction.</summary>
    public async Task<ReauthenticationOutcome> ByPasskeyAsync(Session session, PasskeyAnswer answer, bool fromKnownBrowser)
    {
        ArgumentNullException.ThrowIfNull(session);
        var verdict = await passkeys.VerifyAsync(answer, Binding(session));
        if (verdict is not AssertionVerdict.Holds holds)
        {
            var fails = (AssertionVerdict.Fails)verdict;
            return Refuse(fails.Subject, fails.Reason, fails.Why);
        }

        var source = Source(fromKnownBrowser);
        var facts = LockoutLapse.Apply(holds.State, AuditSubject.Of(holds.User), audit, clock.GetUtcNow());
        return LockoutRules.Check(facts, source, clock.GetUtcNow()) is Gate.Open
            ? await ProveAsync(session, holds.User, holds.State, source, SignInMethod.Passkey)
            : Refuse(AuditSubject.Of(holds.User), "Locked");
    }

    private async Task<OwnPasswordTry> TryAsync(Session session, string typed, bool fromKnownBrowser, Task<SignInState> read)
    {
        var state = await read;
        var user = await db.Users.OwnAsync(session.UserId);
        var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        return new OwnPasswordTry(user, state, temporary, typed, ByTemporary: false, fromKnownBrowser, AuditKinds.ReauthenticationFailed);
    }

    /// <returns>Null where the account has another password since it was read: compare again.</returns>
    private async Task<ReauthenticationOutcome?> EvaluateAsync(Session session, string typed, bool fromKnownBrowser,
        OwnPasswordVerdict verdict)
    {
        var attempt = await TryAsync(session, typed, fromKnownBrowser, LockAsync(session.UserId));
        if (!await sessions.StillCountsAsync(session))
        {
            return Refuse(AuditSubject.Of(attempt.User), "SessionEnded");
        }

        return password.IsRight(attempt, verdict) switch
        {
            null => null,
            true => await ProveAsync(session, attempt.User, attempt.State, attempt.Source, SignInMethod.Password),
            false => new ReauthenticationOutcome.Refused(),
        };
    }

    private async Task<SignInState> LockAsync(Guid userId) =>
        await locks.SignInAsync(userId) ?? throw new AccountGoneException();

    private async Task<ReauthenticationOutcome> ProveAsync(Session session, PortalUser user, SignInState state, AttemptSource source,
        SignInMethod method)
    {
        if (await sessions.ProveAsync(session, user, method == SignInMethod.Passkey ? clock.GetUtcNow() : null) is not { } sid)
        {
            return Refuse(AuditSubject.Of(user), "SessionEnded");
        }

        state.Store(LockoutRules.Succeed(state.ToLockout(), source));
        audit.Record(AuditKinds.Reauthenticated, AuditSubject.Of(user), method.ToString());
        return new ReauthenticationOutcome.Proven(sid);
    }

    private ReauthenticationOutcome.Refused Refuse(AuditSubject subject, string reason, string? why = null)
    {
        audit.Record(AuditKinds.ReauthenticationFailed, subject, reason, why is null ? null : new { why });
        return new ReauthenticationOutcome.Refused();
    }

    private static CeremonyBinding Binding(Session session) => new(PasskeyPurpose.Reauthenticate, session.UserId, session.Id);

    private static AttemptSource Source(bool fromKnownBrowser) => fromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
}
