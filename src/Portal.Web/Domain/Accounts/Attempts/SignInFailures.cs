using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>
/// What counts as a failed sign-in where its owner is told how many there were (LOGIN-8, FACE-3). Each failure leaves
/// one event of these; what fails inside a session is none of them.
/// </summary>
public static class SignInFailures
{
    /// <summary>Nobody wants to know more exactly; it bounds what is read.</summary>
    public const int MostCounted = 1000;

    public static readonly IReadOnlyList<string> Kinds =
        [AuditKinds.SignInFailed, AuditKinds.SignInCodeFailed, AuditKinds.SecondFactorFailed, AuditKinds.PasskeyRefused];
}
