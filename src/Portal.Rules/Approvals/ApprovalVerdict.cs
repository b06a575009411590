namespace Portal.Rules.Approvals;

/// <summary>Whether one may decide about what waits for a second person.</summary>
public enum ApprovalVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It lacks the right to do the act itself.</summary>
    Forbidden,

    /// <summary>It asked itself, be it by another account of the same address.</summary>
    OneSelf,

    /// <summary>The act is about its own account.</summary>
    Concerned,

    /// <summary>Decided, or the time has run out.</summary>
    Over,
}
