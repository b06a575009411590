namespace Portal.Web.Data.Entities;

public enum LinkPurpose
{
    /// <summary>Set a new password (RESET).</summary>
    PasswordReset,

    /// <summary>Set the first password (CONT-2, USER-3, RESET-5).</summary>
    Invitation,

    /// <summary>Set the first password of an account that somebody registers for itself (LINK-3).</summary>
    Registration,

    /// <summary>"This was not me" (NOTICE-1).</summary>
    NotMe,

    /// <summary>To the old address: go on with the change (MAIL-1, tenant `rental`).</summary>
    EmailChangeOld,

    /// <summary>To the new address: it is mine.</summary>
    EmailChangeNew,

    /// <summary>To the old address: undo the change.</summary>
    EmailChangeUndo,

    /// <summary>To an address somebody else entered: it is mine (MAIL-3).</summary>
    EmailConfirmation,

    /// <summary>The temporary password that was set by a call is mine (IV-W04).</summary>
    PhonePassword,
}
