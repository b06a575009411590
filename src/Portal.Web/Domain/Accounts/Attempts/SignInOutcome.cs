using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>
/// What a sign-in came to. <see cref="Refused"/> has no reason on purpose: the page must not know it.
/// </summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record Refused : SignInOutcome;

    /// <summary>Too many wait for a password check; 503, try again.</summary>
    public sealed record TooBusy : SignInOutcome;

    /// <summary>Too many failures from this address (LOCK-8).</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SignInOutcome;

    /// <param name="First">What the user is asked for before it chooses.</param>
    public sealed record SecondFactorNeeded(string AttemptToken, FactorMethod First) : SignInOutcome;

    /// <summary>The password was right; nobody was let in by it (LINK-4).</summary>
    public sealed record Proven : SignInOutcome;

    /// <param name="Sid">For the cookie; nothing else may keep it.</param>
    /// <param name="Change">Set when the session serves the forced change alone.</param>
    /// <param name="MustEnrol">The session serves the set-up of a second factor alone.</param>
    public sealed record Admitted(string Sid, PortalUser User, ChangeReason? Change, bool MustEnrol = false) : SignInOutcome;
}
