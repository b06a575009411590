using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>
/// The end of every successful sign-in, with or without a second factor: counts end, the session starts.
/// </summary>
public sealed class Admission(PortalDbContext db, SessionService sessions, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public async Task<SignInOutcome.Admitted> AdmitAsync(PortalUser user, SignInState state, AttemptSource source, ChangeReason? change,
        Proof proof)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(proof);
        var failures = await FailuresSinceAsync(user, state.LastSignInAt);
        state.Store(LockoutRules.Succeed(state.ToLockout(), source));
        state.LastGuessHash = null;
        state.FailureAddresses = "";
        var (_, sid) = await sessions.StartAsync(user, state, change, proof, failures);
        (state.LastSignInAt, state.LastSignInAddress, state.LastSignInBrowser) = (clock.GetUtcNow(), actor.Address, actor.Browser);
        user.DormantNoticeAt = null;
        if (actor.Kind == ActorKind.Anonymous)
        {
            actor.ActAs(ActorKind.User, user);
        }

        audit.Record(AuditKinds.SignedIn, AuditSubject.Of(user), change?.ToString(), new { method = proof.Method.ToString() });
        return new SignInOutcome.Admitted(sid, user, change, change is null && proof.MustEnrol);
    }

    /// <summary>
    /// From the events: a release begins the lockout's own count anew, and then nobody would hear of what led to it
    /// (LOGIN-8).
    /// </summary>
    private Task<int> FailuresSinceAsync(PortalUser user, DateTimeOffset? since) => db.AuditEvents
        .Where(happened => happened.SubjectId == user.Id && SignInFailures.Kinds.Contains(happened.Kind)
            && happened.OccurredAt > (since ?? DateTimeOffset.MinValue))
        .Take(SignInFailures.MostCounted).CountAsync();
}
