using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.SignIn;

internal readonly record struct PasswordMatches(bool Ordinary, bool Temporary, bool NeedsRehash);

/// <summary>One password typed for one login ID, with all that was found for it.</summary>
/// <param name="User">Null when there is no such account.</param>
/// <param name="State">Locked to the end of the transaction.</param>
internal sealed record PasswordAttempt(
    SignInRequest Request, PortalUser? User, SignInState? State, TemporaryPassword? Temporary, AttemptSource Source, DateTimeOffset Now)
{
    public PasswordMatches Matches { get; set; }

    public SignInDecision Decision { get; set; } = null!;

    public required FactorFacts Factors { get; init; }

    /// <summary>By which row the account trusts this browser.</summary>
    public TrustedBrowser? TrustedBy { get; init; }
}
