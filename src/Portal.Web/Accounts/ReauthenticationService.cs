using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

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

/// <summary>A signed-in user proves to be itself before something sensitive (MFA-6). Failing ends no session; it locks as a sign-in would.</summary>
public sealed class ReauthenticationService(
    PortalDbContext db, UnitOfWork work, AccountLock accountLock, HashGate gate, OwnPassword password, SessionService sessions, AuditLog audit, CurrentTenant tenant)
{
    public async Task<ReauthenticationOutcome> ByPasswordAsync(Session session, string typed, bool fromKnownBrowser)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var place = await gate.EnterAsync($"{tenant.Value.Id}/change/{session.UserId}");
        return place is null ? new ReauthenticationOutcome.TooBusy() : await work.RunAsync(() => EvaluateAsync(session, typed, fromKnownBrowser));
    }

    private async Task<ReauthenticationOutcome> EvaluateAsync(Session session, string typed, bool fromKnownBrowser)
    {
        var state = await accountLock.TakeAsync(session.UserId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.SingleAsync(row => row.Id == session.UserId);
        var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        var attempt = new OwnPasswordTry(user, state, temporary, typed, ByTemporary: false, fromKnownBrowser, AuditKinds.ReauthenticationFailed);
        return password.IsRight(attempt) ? await ProveAsync(session, user, state, attempt) : new ReauthenticationOutcome.Refused();
    }

    private async Task<ReauthenticationOutcome> ProveAsync(Session session, PortalUser user, SignInState state, OwnPasswordTry attempt)
    {
        if (await sessions.ProveAsync(session, user) is not { } sid)
        {
            audit.Record(AuditKinds.ReauthenticationFailed, AuditSubject.Of(user), "SessionEnded");
            return new ReauthenticationOutcome.Refused();
        }

        AccountLock.Store(state, LockoutRules.Succeed(AccountLock.Facts(state), attempt.Source));
        audit.Record(AuditKinds.Reauthenticated, AuditSubject.Of(user), nameof(SignInMethod.Password));
        return new ReauthenticationOutcome.Proven(sid);
    }
}
