namespace Portal.Rules.Delegation;

/// <summary>Whether somebody may be let work for a contract beside its own.</summary>
public enum MembershipVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>Who asks may not do this: status 403.</summary>
    Forbidden,

    /// <summary>
    /// The holder has nobody of that ID: the same for an ID of another holder as for one that never existed, status
    /// 422.
    /// </summary>
    Unknown,

    /// <summary>Nobody does this to oneself: status 422 with the reason.</summary>
    OneSelf,

    /// <summary>It belongs to the contract from home: status 422 with the reason.</summary>
    AtHome,

    /// <summary>It has the membership already: status 422 with the reason.</summary>
    Already,

    /// <summary>A contract keeps at least one active manager (CONT-4): status 422 with the reason.</summary>
    LastManager,
}
