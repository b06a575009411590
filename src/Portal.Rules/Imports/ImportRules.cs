namespace Portal.Rules.Imports;

/// <summary>What a tenant asks of the users of a file.</summary>
/// <param name="IdOf">An ID as the tenant stores it; null where it is none.</param>
/// <param name="NeedsEmail">Users sign in with ID and address, or with the address.</param>
public sealed record UserImportTerms(Func<string, string?> IdOf, bool NeedsEmail);

/// <summary>A row as it was read; the values mean something only where there are no problems.</summary>
/// <typeparam name="T">What the row is about.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Problems">What is wrong with its cells.</param>
public sealed record ImportReading<T>(T Value, IReadOnlyList<ImportProblem> Problems);

/// <summary>The rules of the cells, the same for page and command line (ADMIN-12).</summary>
public static class ImportRules
{
    /// <summary>Rows of one file.</summary>
    public const int MostRows = 300_000;

    private const int LongestName = 40;
    private const int LongestPlace = 60;
    private const int LongestHolder = 120;
    private const int LongestNumber = 40;
    private const int UsualLimit = 50;
    private const int MostAccounts = 100_000;

    /// <summary>A row of a file of users.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="terms">What the tenant asks.</param>
    public static ImportReading<ImportedUser> User(int row, Func<ImportColumn, string> cell, UserImportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var reader = new ImportRowReader(row, cell);
        var contract = reader.Line(ImportColumn.Contract, LongestNumber, required: true);
        var hash = reader.PasswordHash();
        var user = new ImportedUser(row, contract, reader.LoginId(terms.IdOf), reader.Email(terms.NeedsEmail))
        {
            FamilyName = reader.Line(ImportColumn.FamilyName, LongestName),
            GivenName = reader.Line(ImportColumn.GivenName, LongestName),
            FamilyNameKana = reader.Kana(ImportColumn.FamilyNameKana, LongestName),
            GivenNameKana = reader.Kana(ImportColumn.GivenNameKana, LongestName),
            IsManager = reader.Flag(ImportColumn.Manager),
            Language = reader.Language(),
            MustChange = reader.Flag(ImportColumn.MustChange) && hash is not null,
            PasswordHash = hash,
        };
        return new(user, reader.Problems);
    }

    /// <summary>A row of a file of contracts.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    public static ImportReading<ImportedContract> Contract(int row, Func<ImportColumn, string> cell)
    {
        var reader = new ImportRowReader(row, cell);
        var number = reader.Line(ImportColumn.Contract, LongestNumber, required: true);
        var facts = new ContractFacts(
            reader.Line(ImportColumn.Holder, LongestHolder, required: true),
            reader.Kana(ImportColumn.HolderKana, LongestHolder),
            reader.Line(ImportColumn.Service, LongestPlace, required: true),
            reader.Day(ImportColumn.StartsOn),
            reader.Number(ImportColumn.AccountLimit, UsualLimit, MostAccounts));
        var (line, name, location) = (reader.Line(ImportColumn.Line, LongestNumber), reader.Line(ImportColumn.LineName, LongestPlace),
            reader.Line(ImportColumn.LineLocation, LongestPlace));
        return new(
            new ImportedContract(row, number, facts,
                line.Length == 0 ? null : new ImportedLine(line, name.Length == 0 ? line : name, location)),
            reader.Problems);
    }
}
