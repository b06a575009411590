namespace Portal.Rules.Imports;

/// <summary>What a cell of a file is about.</summary>
public enum MoveInColumn
{
    /// <summary>Of the row as a whole.</summary>
    None,

    /// <summary>Who has the contract.</summary>
    Holder,

    /// <summary>How that is read.</summary>
    HolderKana,

    /// <summary>The number of the contract.</summary>
    Contract,

    /// <summary>The service of the contract.</summary>
    Service,

    /// <summary>Since when the contract runs.</summary>
    StartsOn,

    /// <summary>How many IDs the contract may have.</summary>
    AccountLimit,

    /// <summary>The number of a line of the contract.</summary>
    Line,

    /// <summary>What the line is called.</summary>
    LineName,

    /// <summary>Where the line is.</summary>
    LineLocation,

    /// <summary>The ID that signs in.</summary>
    LoginId,

    /// <summary>The address of the person.</summary>
    Email,

    /// <summary>The family name, or the whole name.</summary>
    FamilyName,

    /// <summary>The given name.</summary>
    GivenName,

    /// <summary>How the family name is read.</summary>
    FamilyNameKana,

    /// <summary>How the given name is read.</summary>
    GivenNameKana,

    /// <summary>Whether the person manages the contract.</summary>
    Manager,

    /// <summary>In which language the person reads.</summary>
    Language,

    /// <summary>Whether the first sign-in asks for another password.</summary>
    MustChange,

    /// <summary>What the system before this one stored of the password.</summary>
    PasswordHash,

    /// <summary>What a case is about.</summary>
    Category,

    /// <summary>How pressing a case is.</summary>
    Priority,

    /// <summary>The subject of a case.</summary>
    Subject,

    /// <summary>What a case begins with.</summary>
    Text,

    /// <summary>The name of the file that goes with a case.</summary>
    FileName,
}
