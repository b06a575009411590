namespace Portal.Rules.Delegation;

/// <summary>Whether one member of the staff may act on another.</summary>
public enum StaffVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may not even learn that the account exists: status 404.</summary>
    Hidden,

    /// <summary>The other holds more, reaches further, or more would be granted than is held.</summary>
    Forbidden,

    /// <summary>Nobody changes its own rights, or switches itself off.</summary>
    OneSelf,
}
