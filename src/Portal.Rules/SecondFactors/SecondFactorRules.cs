using Portal.Rules.Delegation;

namespace Portal.Rules.SecondFactors;

/// <summary>Who is asked for a second factor, and with what it can be proven (MFA-1, MFA-2, MFA-7, MF-16).</summary>
public static class SecondFactorRules
{
    /// <summary>
    /// Does the policy, or somebody in charge, demand a factor of
    /// this account? What its owner wants is another question.
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="role">The account's role.</param>
    /// <param name="mustHave">A manager or staff asked it of this account.</param>
    public static bool IsRequired(FactorPolicy policy, AccountRole role, bool mustHave) => policy.Mode switch
    {
        SecondFactorMode.Required => true,
        SecondFactorMode.RequiredForManagers => mustHave || role != AccountRole.Member,
        SecondFactorMode.Optional => mustHave,
        _ => false,
    };

    /// <inheritdoc cref="IsRequired(FactorPolicy, AccountRole, bool)"/>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static bool IsRequired(FactorPolicy policy, FactorFacts facts) => IsRequired(policy, facts.Role, facts.MustHave);

    /// <summary>
    /// The factors that the account has and the tenant accepts, the strongest first.
    /// Recovery codes are none: they stand in for a lost one. E-mailed codes need no
    /// set-up where a factor is demanded, and are the owner's choice elsewhere.
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static IReadOnlyList<FactorMethod> Usable(FactorPolicy policy, FactorFacts facts) =>
        [.. Enum.GetValues<FactorMethod>().Where(method => policy.Accepts(method) && Has(policy, facts, method))];

    /// <summary>
    /// What the account can prove itself with at sign-in: its usable factors, then a recovery code. Codes to an address
    /// from which mail came back are not offered where there is another way; they are never dropped for the password
    /// alone, or whoever makes mail come back would take the second step away (ML-05).
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static IReadOnlyList<FactorMethod> Available(FactorPolicy policy, FactorFacts facts) =>
        facts.AddressBounces && All(policy, facts) is { Count: > 1 } all
            ? [.. all.Where(method => method != FactorMethod.EmailCode)]
            : All(policy, facts);

    /// <summary>
    /// What is asked for first, before the user chooses: an app where there is one, because a passkey would have made
    /// the password needless.
    /// </summary>
    /// <param name="available">What <see cref="Available"/> found; not empty.</param>
    public static FactorMethod First(IReadOnlyList<FactorMethod> available) =>
        available.Contains(FactorMethod.App) ? FactorMethod.App : available[0];

    /// <summary>
    /// Is a second step asked after the password? Where the policy demands one, or the owner has an app or wants
    /// e-mailed codes; a passkey alone is an easier way in and asks nothing of those who type their password. Never
    /// without anything to answer with.
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static bool IsAsked(FactorPolicy policy, FactorFacts facts) =>
        Available(policy, facts).Count > 0
        && (IsRequired(policy, facts) || Usable(policy, facts).Any(method => method is FactorMethod.App or FactorMethod.EmailCode));

    /// <summary>
    /// True where a factor is demanded and the account has none that counts: it sets one up before anything else.
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static bool NeedsEnrolment(FactorPolicy policy, FactorFacts facts) =>
        IsRequired(policy, facts) && Usable(policy, facts).Count == 0;

    /// <summary>
    /// May the account be left with these? Not where a factor is demanded and these are none (MF-21).
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="left">What the account would have afterwards.</param>
    public static bool MayBeLeftWith(FactorPolicy policy, FactorFacts left) => !NeedsEnrolment(policy, left);

    private static IReadOnlyList<FactorMethod> All(FactorPolicy policy, FactorFacts facts) =>
        policy.Accepts(FactorMethod.RecoveryCode) && facts.RecoveryCodes > 0
            ? [.. Usable(policy, facts), FactorMethod.RecoveryCode]
            : Usable(policy, facts);

    private static bool Has(FactorPolicy policy, FactorFacts facts, FactorMethod method) => method switch
    {
        FactorMethod.Passkey => facts.Passkeys > 0,
        FactorMethod.App => facts.Apps > 0,
        FactorMethod.EmailCode => facts.HasAddress && (facts.WantsEmailCodes || IsRequired(policy, facts)),
        _ => false,
    };
}
