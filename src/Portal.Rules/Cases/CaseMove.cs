namespace Portal.Rules.Cases;

/// <summary>What moves a case from one status to another. There is no other way (AZ-16).</summary>
public enum CaseMove
{
    /// <summary>An agent takes a new case.</summary>
    Take,

    /// <summary>An agent asks the customer something.</summary>
    Ask,

    /// <summary>An agent goes on without waiting for the answer.</summary>
    Resume,

    /// <summary>An agent says that it is solved.</summary>
    Solve,

    /// <summary>The customer's comment on a case that waits for it.</summary>
    Answer,

    /// <summary>The customer approves the solution.</summary>
    Approve,

    /// <summary>The customer rejects the solution, with a reason.</summary>
    Reject,

    /// <summary>The customer needs it no more.</summary>
    Close,

    /// <summary>Nobody approved or rejected a solution in time.</summary>
    Expire,
}
