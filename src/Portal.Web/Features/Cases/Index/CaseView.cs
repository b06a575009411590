namespace Portal.Web.Features.Cases.Index;

/// <summary>The lists that people ask for most (CASE-5).</summary>
public enum CaseView
{
    All,
    Mine,

    /// <summary>What waits for the customer.</summary>
    Action,

    /// <summary>Monthly reports.</summary>
    Monthly,
}
