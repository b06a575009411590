using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;

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
}
