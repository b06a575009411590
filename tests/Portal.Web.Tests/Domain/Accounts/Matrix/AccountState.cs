namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>The states of CG-20: what an account, or what it stands under, can be in when somebody comes.</summary>
public enum AccountState
{
    Active,
    Unknown,
    LockedForATime,
    LockedUntilReleased,
    Disabled,
    PasswordExpired,
    TemporaryPasswordLives,
    TemporaryPasswordExpired,
    TenantSuspended,
    ContractSuspended,
    ParentDisabled,
    Deleted,
}

/// <summary>What came of it.</summary>
public enum Outcome
{
    /// <summary>Nothing was reached and nothing changed.</summary>
    Refused,

    /// <summary>A full session.</summary>
    In,

    /// <summary>A session that serves the change of the password alone.</summary>
    ChangeOnly,

    /// <summary>What the link or the form is for was done; nobody is signed in by it.</summary>
    Done,
}
