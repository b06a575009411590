namespace Portal.Rules.Imports;

/// <summary>What a file that moves customers in is about (ADMIN-12).</summary>
public enum ImportKind
{
    /// <summary>Holders and their contracts, with the lines of these.</summary>
    Contracts,

    /// <summary>Those who sign in, for contracts that are there.</summary>
    Users,
}
