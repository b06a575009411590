using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <param name="Key">Names its texts.</param>
public sealed record SecurityPageLink(string Key, string Path);

/// <summary>Everything that keeps others out of one's account, and its state.</summary>
public sealed record SecurityPage(PortalUser User, FactorPolicy Policy, FactorFacts Facts)
{
    public bool HasFactors => Policy.Mode != SecondFactorMode.Off;

    public bool IsRequired => SecondFactorRules.IsRequired(Policy, Facts);

    public IReadOnlyList<FactorMethod> Usable => SecondFactorRules.Usable(Policy, Facts);

    /// <summary>True where e-mailed codes are there without a switch.</summary>
    public bool EmailIsGiven => IsRequired;

    public IReadOnlyList<AuthenticatorApp> Apps { get; init; } = [];

    public bool MayAddApp { get; init; }

    public IReadOnlyList<TrustedBrowser> Browsers { get; init; } = [];

    /// <summary>Pages of other features, where there are any.</summary>
    public IReadOnlyList<SecurityPageLink> Links { get; init; } = [];

    public bool HasPasskeyPages { get; init; }

    /// <summary>The verdict and what is recommended next (FACE-3).</summary>
    public SecurityCheckUp CheckUp => SecurityCheckUp.Of(Policy, Facts);

    /// <summary>Where the account is signed in now, this browser among them.</summary>
    public int Sessions { get; init; }

    /// <summary>Failed sign-ins of the last <see cref="FailureDays"/> days.</summary>
    public int Failures { get; init; }

    public const int FailureDays = 30;

    /// <summary>Where a method is set up; null where that needs nothing or has no page here.</summary>
    public string? PathOf(FactorMethod method) => method switch
    {
        FactorMethod.App => AccountPaths.Mfa,
        FactorMethod.EmailCode => EmailIsGiven ? null : AccountPaths.EmailCodes,
        FactorMethod.Passkey => HasPasskeyPages ? AccountPaths.Passkeys : null,
        FactorMethod.RecoveryCode => AccountPaths.RecoveryCodes,
        _ => null,
    };

    public int CountOf(FactorMethod method) => method switch
    {
        FactorMethod.App => Facts.Apps,
        FactorMethod.Passkey => Facts.Passkeys,
        FactorMethod.RecoveryCode => Facts.RecoveryCodes,
        _ => 0,
    };
}
