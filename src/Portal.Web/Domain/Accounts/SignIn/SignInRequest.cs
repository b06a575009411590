using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <param name="Known">Accounts that the browser's signed device cookie knows (LOCK-10).</param>
/// <param name="TrustTokens">What its cookie says of accounts that trust this browser (MFA-2).</param>
public sealed record SignInRequest(
    DoorProfile Door,
    string Identifier,
    string? Second,
    string Password,
    KnownAccounts Known,
    string? ReturnUrl = null,
    IReadOnlyCollection<string>? TrustTokens = null)
{
    /// <summary>The login ID as it is looked up, whatever its spelling.</summary>
    public string Key { get; } = LoginKeys.For(Door, Identifier, Second);

    /// <summary>Keeps the password out of logs (AU-05).</summary>
    public override string ToString() => nameof(SignInRequest);
}
