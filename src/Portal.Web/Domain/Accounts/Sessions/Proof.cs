using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>How somebody proved to be itself at sign-in.</summary>
/// <param name="FactorAt">When a second factor was proven, by this browser; null where none was.</param>
/// <param name="MustEnrol">A factor is demanded and there is none:
/// the session sets one up before anything else (MFA-7).</param>
public sealed record Proof(SignInMethod Method, DateTimeOffset? FactorAt, bool MustEnrol);
