namespace Portal.Rules.Standing;

/// <summary>
/// Whether an account may be in at all, whatever it can prove. Locks are another matter: they keep out who tries, not
/// who is in (CG-10).
/// </summary>
public enum AccountStanding
{
    /// <summary>It may.</summary>
    Good,

    /// <summary>The tenant is switched off.</summary>
    TenantSuspended,

    /// <summary>The account's contract is suspended.</summary>
    ContractSuspended,

    /// <summary>Sign-in of the account is switched off.</summary>
    Disabled,

    /// <summary>Its last day is past (OPER-7).</summary>
    ValidityEnded,
}
