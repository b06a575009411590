namespace Portal.Rules.Imports;

/// <summary>What a tenant asks of the users of a file.</summary>
/// <param name="IdOf">An ID as the tenant stores it; null where it is none.</param>
/// <param name="NeedsEmail">Users sign in with ID and address, or with the address.</param>
public sealed record UserImportTerms(Func<string, string?> IdOf, bool NeedsEmail);

/// <summary>A row as it was read; the values mean something only where there are no problems.</summary>
/// <typeparam name="T">What the row is about.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Problems">What is wrong with its cells.</param>
public sealed record RowReading<T>(T Value, IReadOnlyList<ImportProblem> Problems);

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
    public static RowReading<ImportedUser> User(int row, Func<MoveInColumn, string> cell, UserImportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var reader = new ImportRowReader(row, cell);
        var contract = reader.Line(MoveInColumn.Contract, LongestNumber, required: true);
        var hash = reader.PasswordHash();
        var user = new ImportedUser(row, contract, reader.LoginId(terms.IdOf), reader.Email(terms.NeedsEmail))
        {
            FamilyName = reader.Line(MoveInColumn.FamilyName, LongestName),
            GivenName = reader.Line(MoveInColumn.GivenName, LongestName),
            FamilyNameKana = reader.Kana(MoveInColumn.FamilyNameKana, LongestName),
            GivenNameKana = reader.Kana(MoveInColumn.GivenNameKana, LongestName),
            IsManager = reader.Flag(MoveInColumn.Manager),
            Language = reader.Language(),
            MustChange = reader.Flag(MoveInColumn.MustChange) && hash is not null,
            PasswordHash = hash,
        };
        return new(user, reader.Problems);
    }

    /// <summary>A row of a file of contracts.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    public static RowReading<ImportedContract> Contract(int row, Func<MoveInColumn, string> cell)
    {
        var reader = new ImportRowReader(row, cell);
        var number = reader.Line(MoveInColumn.Contract, LongestNumber, required: true);
        var facts = new ContractFacts(
            reader.Line(MoveInColumn.Holder, LongestHolder, required: true),
            reader.Kana(MoveInColumn.HolderKana, LongestHolder),
            reader.Line(MoveInColumn.Service, LongestPlace, required: true),
            reader.Day(MoveInColumn.StartsOn),
            reader.Number(MoveInColumn.AccountLimit, UsualLimit, MostAccounts));
        var (line, name, location) = (reader.Line(MoveInColumn.Line, LongestNumber), reader.Line(MoveInColumn.LineName, LongestPlace),
            reader.Line(MoveInColumn.LineLocation, LongestPlace));
        return new(
            new ImportedContract(row, number, facts,
                line.Length == 0 ? null : new ImportedLine(line, name.Length == 0 ? line : name, location)),
            reader.Problems);
    }
}
