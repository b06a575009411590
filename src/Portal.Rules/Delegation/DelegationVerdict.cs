namespace Portal.Rules.Delegation;

/// <summary>Whether one may act on another.</summary>
public enum DelegationVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may not even learn that the account exists: status 404, as for an ID that never existed.</summary>
    Hidden,

    /// <summary>It sees the account but may not do this: status 403.</summary>
    Forbidden,

    /// <summary>Nobody does this to oneself: status 422 with the reason.</summary>
    OneSelf,

    /// <summary>A contract keeps at least one active manager: status 422 with the reason.</summary>
    LastManager,

    /// <summary>A login ID keeps at least one user: status 422 with the reason.</summary>
    LastUser,
}
