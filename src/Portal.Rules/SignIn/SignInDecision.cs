namespace Portal.Rules.SignIn;

/// <summary>What follows from a sign-in with a password.</summary>
public abstract record SignInDecision
{
    private SignInDecision()
    {
    }

    /// <summary>Refused.</summary>
    /// <param name="Reason">For the audit log, never for the page.</param>
    /// <param name="CountsAsFailure">True where a secret that could have let in was missed: it counts on the lockout
    /// and on a live temporary password.</param>
    public sealed record Refused(RefusalReason Reason, bool CountsAsFailure) : SignInDecision;

    /// <summary>The password was right; no session before the second factor is (LOGIN-4).</summary>
    /// <param name="Then">The forced change that follows, or null.</param>
    public sealed record SecondFactor(ChangeReason? Then) : SignInDecision;

    /// <summary>A session begins.</summary>
    /// <param name="MustChange">Why it serves the forced change alone, or null for an ordinary session.
    /// <see cref="ChangeReason.TemporaryPassword"/> also says which secret was used.</param>
    public sealed record Admitted(ChangeReason? MustChange) : SignInDecision;
}
