using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.Standing;

namespace Portal.Rules.SignIn;

/// <summary>
/// Everything a sign-in with a password is decided by. The caller gathers all of it on every path, so that each refusal
/// takes the same time (EN-02).
/// </summary>
/// <param name="AccountExists">An account of this tenant and door has the identifiers.</param>
/// <param name="Standing">Whether the account may be in at all, whatever it can prove.</param>
/// <param name="Gate">The lockout's answer for the source that tries.</param>
/// <param name="HasPassword">There is an ordinary password.</param>
/// <param name="PasswordMatches">The text typed is the ordinary password (also a void one).</param>
/// <param name="TemporaryPasswordLives">There is a temporary password that lives.</param>
/// <param name="TemporaryPasswordMatches">The text typed is that temporary password.</param>
/// <param name="HadDeadTemporaryPassword">The latest temporary password has expired or was guessed at too often, and no
/// password was set since.</param>
/// <param name="Age">Age of the ordinary password.</param>
/// <param name="MustChange">The account is flagged to change its password.</param>
/// <param name="SecondFactorRequired">Policy or user ask for a second factor, and this browser is not trusted.</param>
public sealed record SignInFacts(
    bool AccountExists,
    AccountStanding Standing,
    Gate Gate,
    bool HasPassword,
    bool PasswordMatches,
    bool TemporaryPasswordLives,
    bool TemporaryPasswordMatches,
    bool HadDeadTemporaryPassword,
    PasswordAgeState Age,
    bool MustChange,
    bool SecondFactorRequired);
