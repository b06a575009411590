using Portal.Rules.Lockout;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>
/// The end of every successful sign-in, with or without a second factor: counts end, the session starts.
/// </summary>
public sealed class Admission(SessionService sessions, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public async Task<SignInOutcome.Admitted> AdmitAsync(PortalUser user, SignInState state, AttemptSource source, ChangeReason? change,
        Proof proof)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(proof);
        var failures = state.TotalFailures;
        state.Store(LockoutRules.Succeed(state.ToLockout(), source));
        state.LastGuessHash = null;
        state.FailureAddresses = "";
        var (_, sid) = await sessions.StartAsync(user, state, change, proof, failures);
        (state.LastSignInAt, state.LastSignInAddress, state.LastSignInBrowser) = (clock.GetUtcNow(), actor.Address, actor.Browser);
        user.DormantNoticeAt = null;
        if (actor.Kind == ActorKind.Anonymous)
        {
            actor.ActAs(ActorKind.User, user.UserName!, user.Id);
        }

        audit.Record(AuditKinds.SignedIn, AuditSubject.Of(user), change?.ToString(), new { method = proof.Method.ToString() });
        return new SignInOutcome.Admitted(sid, user, change, change is null && proof.MustEnrol);
    }
}
