namespace Portal.Rules.Delegation;

/// <summary>What one account may do to another (OPER-4, OPER-5, CONT-3, CONT-5).</summary>
public enum DelegatedAct
{
    /// <summary>See it in the list and in detail.</summary>
    See,

    /// <summary>Register a new one in the contract, and invite it again.</summary>
    Register,

    /// <summary>Change name, department, telephone number and the like.</summary>
    EditDetails,

    /// <summary>Change keyword and e-mail address, which get one back in.</summary>
    EditRecovery,

    /// <summary>Release a lockout.</summary>
    ReleaseLockout,

    /// <summary>Issue a temporary password.</summary>
    IssueTemporaryPassword,

    /// <summary>Switch sign-in off.</summary>
    Disable,

    /// <summary>Switch sign-in on again.</summary>
    Enable,

    /// <summary>See the login history.</summary>
    SeeHistory,

    /// <summary>Take lists and histories away as files.</summary>
    Export,

    /// <summary>End sessions.</summary>
    EndSessions,

    /// <summary>Make it a manager, or no longer one.</summary>
    GrantRole,

    /// <summary>Remove a lost second factor.</summary>
    RemoveFactor,

    /// <summary>Change the ID it signs in with.</summary>
    ChangeLoginId,

    /// <summary>Start a reset of its password; the link goes to its registered address alone.</summary>
    SendResetLink,

    /// <summary>Remove it for good (USER-3).</summary>
    Remove,

    /// <summary>Work in its place with its settings (LINK-6).</summary>
    ActFor,

    /// <summary>Let people of the holder's other contracts work for this one, or no longer (CONT-2).</summary>
    GrantMembership,
}
