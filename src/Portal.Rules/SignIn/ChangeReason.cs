namespace Portal.Rules.SignIn;

/// <summary>Why a session can do nothing but change the password (TEMP-6, PASS-4). In order of precedence.</summary>
public enum ChangeReason
{
    /// <summary>A temporary password was used.</summary>
    TemporaryPassword,

    /// <summary>The password is older than the policy allows.</summary>
    Expired,

    /// <summary>The account is flagged: an issued first password, a migrated account.</summary>
    MustChange,
}
