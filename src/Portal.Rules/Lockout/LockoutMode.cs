namespace Portal.Rules.Lockout;

/// <summary>How a lock ends (LOCK-3).</summary>
public enum LockoutMode
{
    /// <summary>By itself, after the policy's time; or by release.</summary>
    Timed,

    /// <summary>By release only: a temporary password, a reset, a manager or staff.</summary>
    UntilReleased,

    /// <summary>
    /// There is no lock: the password is void, and only a temporary password lets one in to set a new one.
    /// </summary>
    Void,
}
