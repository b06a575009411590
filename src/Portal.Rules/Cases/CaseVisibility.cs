namespace Portal.Rules.Cases;

/// <summary>Who of a contract sees the cases of the others, as its manager has set it (CASE-6).</summary>
public enum CaseVisibility
{
    /// <summary>Whoever belongs to the contract; what holds until a manager says something else.</summary>
    Everybody,

    /// <summary>Its managers.</summary>
    Managers,

    /// <summary>The persons its manager has chosen, managers or not.</summary>
    Chosen,

    /// <summary>Nobody but whose case it is, and who follows it.</summary>
    NobodyElse,
}
