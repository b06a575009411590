namespace Portal.Rules.Telephony;

/// <summary>By which number the users of a contract sign in (LINE-1).</summary>
public enum AuthenticationUnit
{
    /// <summary>The contract's main number signs in, for everything on the line.</summary>
    Line,

    /// <summary>Each number signs in for itself.</summary>
    Number,

    /// <summary>The customer number manages all numbers; each number signs in for itself.</summary>
    ManagerAndUsers,
}
