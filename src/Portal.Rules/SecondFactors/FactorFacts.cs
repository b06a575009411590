using Portal.Rules.Delegation;

namespace Portal.Rules.SecondFactors;

/// <summary>What an account has and is asked for.</summary>
/// <param name="Role">Its role.</param>
/// <param name="MustHave">A manager or staff asked it of this
/// account, where the policy leaves it open (CONT-2).</param>
/// <param name="WantsEmailCodes">Its owner switched e-mailed codes on (USER-4).</param>
/// <param name="HasAddress">There is an address to mail a code to.</param>
/// <param name="Apps">Authenticator apps that were confirmed; 0 or more.</param>
/// <param name="Passkeys">Passkeys; 0 or more.</param>
/// <param name="RecoveryCodes">Recovery codes not used yet; 0 or more.</param>
public sealed record FactorFacts(AccountRole Role, bool MustHave, bool WantsEmailCodes, bool HasAddress, int Apps, int Passkeys,
    int RecoveryCodes)
{
    /// <summary>Mail to that address came back (ML-05).</summary>
    public bool AddressBounces { get; init; }
}
