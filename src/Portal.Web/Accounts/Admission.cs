using Portal.Rules.Lockout;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The end of every successful sign-in, with or without a second factor: counts end, the session starts.</summary>
internal sealed class Admission(SessionService sessions, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public async Task<SignInOutcome.Admitted> AdmitAsync(PortalUser user, SignInState state, AttemptSource source, ChangeReason? change)
    {
        var failures = state.TotalFailures;
        AccountLock.Store(state, LockoutRules.Succeed(AccountLock.Facts(state), source));
        state.LastGuessHash = null;
        state.FailureAddresses = "";
        var (_, sid) = await sessions.StartAsync(user, state, change, failures);
        (state.LastSignInAt, state.LastSignInAddress, state.LastSignInBrowser) = (clock.GetUtcNow(), actor.Address, actor.Browser);
        user.DormantNoticeAt = null;
        if (actor.Kind == ActorKind.Anonymous)
        {
            actor.Be(ActorKind.User, user.UserName!, user.Id);
        }

        audit.Record(AuditKinds.SignedIn, AuditSubject.Of(user), change?.ToString());
        return new SignInOutcome.Admitted(sid, user, change);
    }
}
