namespace Portal.Rules.Cases;

/// <summary>Who does something to a case.</summary>
public enum CaseSide
{
    /// <summary>Anybody of the contract who sees it.</summary>
    Customer,

    /// <summary>The provider's staff.</summary>
    Agent,

    /// <summary>The time limit; nobody in person.</summary>
    System,
}
