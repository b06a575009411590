using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <param name="Session">The session the change is asked from.</param>
/// <param name="SignedIn">What it signed in with: this one's password becomes everybody's.</param>
/// <param name="Passwords">What was typed, by number.</param>
public sealed record UnitChangeRequest(Session Session, string SignedIn, AuthenticationUnit To,
    IReadOnlyDictionary<string, string> Passwords, bool FromKnownBrowser)
{
    public override string ToString() => nameof(UnitChangeRequest);
}

/// <summary>A contract as a change of its unit sees it.</summary>
/// <param name="Asked">The numbers whose passwords a change asks; empty where this session may not change it.</param>
/// <param name="Unset">Those of them without a password of their own, such as with an unused temporary one alone.
/// They are asked all the same, so that nobody takes a number over by the change: first they set one (UNIT-1).</param>
public sealed record UnitView(AuthenticationUnit Unit, UnitNumbers Numbers, IReadOnlyList<string> Asked, IReadOnlyList<string> Unset);

public abstract record UnitOutcome
{
    private UnitOutcome()
    {
    }

    /// <param name="Token">Proof that all passwords were right, for <see cref="UnitService.ApplyAsync"/>.</param>
    public sealed record Prepared(UnitView View, string Token) : UnitOutcome;

    /// <param name="Numbers">Those whose password was wrong, or may not be tried any more; nothing has changed.</param>
    public sealed record Wrong(IReadOnlyList<string> Numbers) : UnitOutcome;

    /// <summary>The unit is that already, or another one signs in who may change it.</summary>
    public sealed record NotAllowed : UnitOutcome;

    /// <summary>The proof was too old, used, or of another session or state.</summary>
    public sealed record TooLate : UnitOutcome;

    public sealed record SessionOver : UnitOutcome;

    public sealed record TooBusy : UnitOutcome;

    /// <param name="SigningIn">What signs in from now on.</param>
    /// <param name="Stays">This session goes on; false where what it signed in with signs in no more.</param>
    public sealed record Changed(IReadOnlyList<string> SigningIn, bool Stays) : UnitOutcome;
}
