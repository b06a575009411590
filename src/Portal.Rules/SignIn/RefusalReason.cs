namespace Portal.Rules.SignIn;

/// <summary>
/// Why a sign-in was refused. For the audit log alone: the page says one and the same sentence (LOGIN-2, EN-01).
/// </summary>
public enum RefusalReason
{
    /// <summary>No account of the tenant has this identifier.</summary>
    UnknownLoginId,

    /// <summary>Neither the password nor a live temporary one.</summary>
    WrongPassword,

    /// <summary>The account is locked for this source.</summary>
    Locked,

    /// <summary>The password is void.</summary>
    PasswordVoid,

    /// <summary>Sign-in of this account is switched off.</summary>
    Disabled,

    /// <summary>The account's valid-until date is past (OPER-7).</summary>
    ValidityEnded,

    /// <summary>Only a temporary password could have let in, and it has expired or was guessed at too often.</summary>
    TemporaryPasswordDead,

    /// <summary>The account has no password yet.</summary>
    NoPassword,

    /// <summary>The tenant is switched off.</summary>
    TenantSuspended,

    /// <summary>The account's contract is suspended.</summary>
    ContractSuspended,

    /// <summary>
    /// The account exists, but signs in at another door of the
    /// tenant (LINK-1). Found by the caller, before there are facts.
    /// </summary>
    WrongDoor,
}
