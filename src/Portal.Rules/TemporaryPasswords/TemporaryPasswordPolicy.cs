namespace Portal.Rules.TemporaryPasswords;

/// <summary>A tenant's policy for temporary passwords (TEMP-5).</summary>
/// <param name="Life">How long one lives after issue; greater than zero, usually 24 hours.</param>
/// <param name="Tries">Consecutive wrong tries that end it; 1 or more, usually 3.</param>
/// <param name="ByMail">True where the owner can have one mailed.</param>
/// <param name="ByManager">True where a manager can give one.</param>
/// <param name="ByStaff">True where staff can give one.</param>
/// <param name="ByPhone">True where a call from the contract's line can set one.</param>
public sealed record TemporaryPasswordPolicy(TimeSpan Life, int Tries, bool ByMail, bool ByManager, bool ByStaff, bool ByPhone)
{
    /// <summary>
    /// One that was set by a call works only when its owner has confirmed it from a mail, since a calling number can be
    /// forged (IV-W04). Off, as a rule: a number without a registered address then gets none by phone.
    /// </summary>
    public bool ConfirmByMail { get; init; }

    /// <summary>Whether a call can set one for an account.</summary>
    /// <param name="hasAddress">It has a registered mail address.</param>
    public bool SetsByPhone(bool hasAddress) => ByPhone && (hasAddress || !ConfirmByMail);

    /// <summary>True where the tenant has temporary passwords of this origin.</summary>
    /// <param name="origin">How it would come about.</param>
    public bool Allows(TemporaryPasswordOrigin origin) => origin switch
    {
        TemporaryPasswordOrigin.Mail => ByMail,
        TemporaryPasswordOrigin.Manager => ByManager,
        TemporaryPasswordOrigin.Staff => ByStaff,
        TemporaryPasswordOrigin.Phone => ByPhone,
        _ => false,
    };
}
