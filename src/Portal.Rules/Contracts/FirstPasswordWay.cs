namespace Portal.Rules.Contracts;

/// <summary>How the first user of a new contract comes by a password.</summary>
public enum FirstPasswordWay
{
    /// <summary>One is issued with the contract, on the start letter, to be changed at the first sign-in.</summary>
    Issued,

    /// <summary>Its owner sets it from a link in a mail.</summary>
    Invitation,

    /// <summary>Its owner chooses it in a call from the contract's line.</summary>
    Phone,
}

/// <summary>Decides how a first password comes about.</summary>
public static class FirstPasswordRules
{
    /// <summary>
    /// Who signs in with a telephone number calls from it, whatever else the tenant does; elsewhere an invitation comes
    /// before a password that others have seen.
    /// </summary>
    /// <param name="byNumber">The first door asks for a telephone number.</param>
    /// <param name="invites">The tenant invites new users by mail.</param>
    public static FirstPasswordWay Of(bool byNumber, bool invites) => (byNumber, invites) switch
    {
        (true, _) => FirstPasswordWay.Phone,
        (_, true) => FirstPasswordWay.Invitation,
        _ => FirstPasswordWay.Issued,
    };
}
