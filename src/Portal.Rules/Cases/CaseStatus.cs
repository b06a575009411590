namespace Portal.Rules.Cases;

/// <summary>Where a case is between the question and its end (CASE-3).</summary>
public enum CaseStatus
{
    /// <summary>Asked, and nobody of the provider has taken it yet.</summary>
    New,

    /// <summary>The provider works on it.</summary>
    InProgress,

    /// <summary>The provider asked something, and waits for the customer.</summary>
    AwaitingCustomer,

    /// <summary>The provider says it is solved; the customer approves or rejects.</summary>
    Resolved,

    /// <summary>Over for good.</summary>
    Closed,
}
