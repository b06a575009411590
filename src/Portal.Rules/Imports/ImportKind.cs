namespace Portal.Rules.Imports;

/// <summary>What a file is about that is taken over whole: customers moving in (ADMIN-12), cases (ADMIN-5).</summary>
public enum ImportKind
{
    /// <summary>Holders and their contracts, with the lines of these.</summary>
    Contracts,

    /// <summary>Those who sign in, for contracts that are there.</summary>
    Users,

    /// <summary>Cases that the desk opens for contracts that are there, with a file each (ADMIN-5).</summary>
    Cases,
}
