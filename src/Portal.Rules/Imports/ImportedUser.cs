namespace Portal.Rules.Imports;

/// <summary>A row of a file of users, as it is stored.</summary>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Contract">The number of a contract that is there.</param>
/// <param name="LoginId">The ID that signs in.</param>
/// <param name="Email">Null for none.</param>
public sealed record ImportedUser(int Row, string Contract, string LoginId, string? Email)
{
    /// <summary>The family name, or the whole name.</summary>
    public required string FamilyName { get; init; }

    /// <summary>The given name; may be empty.</summary>
    public required string GivenName { get; init; }

    /// <summary>The reading of the family name; may be empty.</summary>
    public required string FamilyNameKana { get; init; }

    /// <summary>The reading of the given name; may be empty.</summary>
    public required string GivenNameKana { get; init; }

    /// <summary>Manages the contract.</summary>
    public required bool IsManager { get; init; }

    /// <summary>"ja", "en", or null.</summary>
    public required string? Language { get; init; }

    /// <summary>The first sign-in asks for another password.</summary>
    public required bool MustChange { get; init; }

    /// <summary>Null where the person brings none.</summary>
    public required string? PasswordHash { get; init; }

    /// <summary>Keeps the hash out of logs.</summary>
    public override string ToString() => $"{nameof(ImportedUser)} {Row}";
}
