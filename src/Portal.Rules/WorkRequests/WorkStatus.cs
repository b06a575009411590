namespace Portal.Rules.WorkRequests;

/// <summary>Where a work request stands (WORK-3).</summary>
public enum WorkStatus
{
    /// <summary>The provider has not decided; its points are set aside.</summary>
    Submitted,

    /// <summary>It is done; its points are used, and a case tells how far it is.</summary>
    Accepted,

    /// <summary>It is not done; its points are free again.</summary>
    Declined,

    /// <summary>The customer took it back before anybody decided; its points are free again.</summary>
    Withdrawn,
}

/// <summary>What is done with a work request.</summary>
public enum WorkMove
{
    /// <summary>The provider does it.</summary>
    Accept,

    /// <summary>The provider does not do it, and says why.</summary>
    Decline,

    /// <summary>The customer no longer wants it.</summary>
    Withdraw,
}

/// <summary>Whose side asks for a move.</summary>
public enum WorkSide
{
    /// <summary>Who sent the request, or who manages the contract.</summary>
    Customer,

    /// <summary>The provider's staff.</summary>
    Provider,
}
