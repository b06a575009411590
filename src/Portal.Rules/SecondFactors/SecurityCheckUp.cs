namespace Portal.Rules.SecondFactors;

/// <summary>How well an account is kept, as one word (FACE-3).</summary>
public enum SecurityVerdict
{
    /// <summary>Whoever knows the password is in, though the tenant offers more.</summary>
    PasswordAlone,

    /// <summary>The tenant offers nothing but passwords.</summary>
    PasswordByPolicy,

    /// <summary>A second factor, but one that can be read on the way, or that leaves nothing when it is lost.</summary>
    Standard,

    /// <summary>An app or a passkey, and another way for the day on which it is lost.</summary>
    Strong,
}

/// <summary>The state of one method that the tenant accepts.</summary>
/// <param name="Method">The method.</param>
/// <param name="IsThere">The account has it, or gets it without set-up.</param>
/// <param name="IsNext">It is what makes the account safer next; at most one is.</param>
public sealed record CheckedMethod(FactorMethod Method, bool IsThere, bool IsNext);

/// <summary>The whole check-up: a verdict, each method, what to do next.</summary>
/// <param name="Verdict">One word for all of it.</param>
/// <param name="Methods">Those that the tenant accepts, the strongest first.</param>
public sealed record SecurityCheckUp(SecurityVerdict Verdict, IReadOnlyList<CheckedMethod> Methods)
{
    private const int FewCodes = 3;

    /// <summary>What is recommended next; null where nothing would make it better.</summary>
    public FactorMethod? Next => Methods.FirstOrDefault(method => method.IsNext)?.Method;

    /// <summary>Judges an account by its facts.</summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="facts">What the account has.</param>
    public static SecurityCheckUp Of(FactorPolicy policy, FactorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        var next = NextOf(policy, facts);
        var available = SecondFactorRules.Available(policy, facts);
        return new(Judge(policy, facts), [.. Enum.GetValues<FactorMethod>().Where(policy.Accepts)
            .Select(method => new CheckedMethod(method, available.Contains(method), method == next))]);
    }

    private static SecurityVerdict Judge(FactorPolicy policy, FactorFacts facts)
    {
        if (!Enum.GetValues<FactorMethod>().Any(policy.Accepts))
        {
            return SecurityVerdict.PasswordByPolicy;
        }

        return IsStrong(policy, facts) && HasAnotherWay(policy, facts) ? SecurityVerdict.Strong
            : SecondFactorRules.Usable(policy, facts).Count > 0 ? SecurityVerdict.Standard
            : SecurityVerdict.PasswordAlone;
    }

    private static FactorMethod? NextOf(FactorPolicy policy, FactorFacts facts)
    {
        if (!IsStrong(policy, facts))
        {
            return policy.Accepts(FactorMethod.Passkey) ? FactorMethod.Passkey
                : policy.Accepts(FactorMethod.App) ? FactorMethod.App
                : policy.Accepts(FactorMethod.EmailCode) && SecondFactorRules.Usable(policy, facts).Count == 0 ? FactorMethod.EmailCode
                : null;
        }

        return policy.Accepts(FactorMethod.RecoveryCode) && facts.RecoveryCodes < FewCodes ? FactorMethod.RecoveryCode
            : HasAnotherWay(policy, facts) ? null
            : policy.Accepts(FactorMethod.Passkey) ? FactorMethod.Passkey
            : FactorMethod.App;
    }

    private static bool IsStrong(FactorPolicy policy, FactorFacts facts) => Strong(policy, facts) > 0;

    private static int Strong(FactorPolicy policy, FactorFacts facts) =>
        (policy.Accepts(FactorMethod.Passkey) ? facts.Passkeys : 0) + (policy.Accepts(FactorMethod.App) ? facts.Apps : 0);

    private static bool HasAnotherWay(FactorPolicy policy, FactorFacts facts) =>
        Strong(policy, facts) > 1 || (policy.Accepts(FactorMethod.RecoveryCode) && facts.RecoveryCodes > 0);
}
