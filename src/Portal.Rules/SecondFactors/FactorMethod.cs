namespace Portal.Rules.SecondFactors;

/// <summary>How a second factor is proven (MFA-1), the strongest first.</summary>
public enum FactorMethod
{
    /// <summary>A WebAuthn credential.</summary>
    Passkey,

    /// <summary>A code of an authenticator app.</summary>
    App,

    /// <summary>A code by e-mail.</summary>
    EmailCode,

    /// <summary>One of the codes that were kept for the day on which everything else is lost.</summary>
    RecoveryCode,
}
