namespace Portal.Rules.SecondFactors;

/// <summary>A tenant's policy of second factors.</summary>
/// <param name="Mode">Whom it asks.</param>
/// <param name="Methods">What it accepts; nothing else signs anybody in, whatever an account has (MF-16).</param>
public sealed record FactorPolicy(SecondFactorMode Mode, IReadOnlySet<FactorMethod> Methods)
{
    /// <summary>True where the tenant has second factors at all and this is one of them.</summary>
    /// <param name="method">The method.</param>
    public bool Accepts(FactorMethod method) => Mode != SecondFactorMode.Off && Methods.Contains(method);
}
