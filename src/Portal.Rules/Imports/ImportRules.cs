using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Rules.Contracts;
using Portal.Rules.Identifiers;
using Portal.Rules.Text;

namespace Portal.Rules.Imports;

/// <summary>What a tenant asks of the users of a file.</summary>
/// <param name="Ids">What an ID looks like.</param>
/// <param name="NeedsEmail">Users sign in with ID and address, or with the address.</param>
public sealed record UserImportTerms(LoginIdShape Ids, bool NeedsEmail)
{
    /// <summary>The same of managers, who may sign in elsewhere; null where there are none.</summary>
    public UserImportTerms? Managers { get; init; }
}

/// <summary>A row as it was read; the values mean something only where there are no problems.</summary>
/// <typeparam name="T">What the row is about.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Problems">What is wrong with its cells.</param>
public sealed record RowReading<T>(T Value, IReadOnlyList<ImportProblem> Problems);

/// <summary>
/// The rules of the cells, the same for page and command line (ADMIN-12), and where a form does for one what a file
/// does for many, the rules of that form (ADMIN-4).
/// </summary>
public static class ImportRules
{
    /// <summary>Rows of one file.</summary>
    public const int MostRows = 300_000;

    /// <summary>Rows of a file of cases: while they are opened, others of the tenant wait for their number.</summary>
    public const int MostCases = 200;

    private const int LongestPlace = 60;
    private const int LongestLine = 40;
    private const int LongestPath = 1_000;

    /// <summary>A row of a file of users.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="terms">What the tenant asks.</param>
    public static RowReading<ImportedUser> User(int row, Func<MoveInColumn, string> cell, UserImportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var reader = new ImportRowReader(row, cell);
        var contract = reader.KnownContract();
        var hash = reader.PasswordHash();
        var isManager = reader.Manager(terms.Managers is not null);
        var own = isManager ? terms.Managers! : terms;
        var user = new ImportedUser(row, contract, reader.LoginId(own.Ids), reader.Email(own.NeedsEmail))
        {
            FamilyName = reader.Line(MoveInColumn.FamilyName, PersonName.Longest),
            GivenName = reader.Line(MoveInColumn.GivenName, PersonName.Longest),
            FamilyNameKana = reader.Kana(MoveInColumn.FamilyNameKana, PersonName.Longest),
            GivenNameKana = reader.Kana(MoveInColumn.GivenNameKana, PersonName.Longest),
            IsManager = isManager,
            Language = reader.Language(),
            MustChange = reader.Flag(MoveInColumn.MustChange) && hash is not null,
            PasswordHash = hash,
        };
        return new(user, reader.Problems);
    }

    /// <summary>A row of a file of cases.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="terms">What may be chosen.</param>
    public static RowReading<ImportedCase> Case(int row, Func<MoveInColumn, string> cell, CaseImportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var reader = new ImportRowReader(row, cell);
        var read = new ImportedCase(row, reader.KnownContract())
        {
            Kind = reader.Choice(MoveInColumn.Category, terms.Kinds, null),
            Priority = reader.Choice(MoveInColumn.Priority, terms.Priorities, CasePriority.Normal),
            Subject = reader.Line(MoveInColumn.Subject, CaseLimits.Subject, required: true),
            Text = reader.Note(MoveInColumn.Text, CaseLimits.Text),
            File = reader.Line(MoveInColumn.FileName, LongestPath),
        };
        return new(read, reader.Problems);
    }

    /// <summary>Rows that a file of the kind may have.</summary>
    /// <param name="kind">What the file is about.</param>
    public static int Most(ImportKind kind) => kind == ImportKind.Cases ? MostCases : MostRows;

    /// <summary>A row of a file of contracts.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="numberFormat">The mask of the tenant's contract numbers; null where it has none.</param>
    /// <param name="days">On which a contract can begin.</param>
    public static RowReading<ImportedContract> Contract(int row, Func<MoveInColumn, string> cell, string? numberFormat, DayBounds days)
    {
        var reader = new ImportRowReader(row, cell);
        var number = reader.NewContract(numberFormat);
        var facts = new ContractFacts(
            reader.Line(MoveInColumn.Holder, ContractLimits.Name, required: true),
            reader.Kana(MoveInColumn.HolderKana, ContractLimits.Name),
            reader.Line(MoveInColumn.Service, ContractLimits.Service, required: true),
            reader.Day(MoveInColumn.StartsOn, days),
            reader.Number(MoveInColumn.AccountLimit, ContractLimits.UsualAccounts, ContractLimits.Accounts));
        var line = ContractLineNumber.Read(reader.Line(MoveInColumn.Line, LongestLine));
        var (name, location) = (reader.Line(MoveInColumn.LineName, LongestPlace), reader.Line(MoveInColumn.LineLocation, LongestPlace));
        return new(
            new ImportedContract(row, number, facts,
                line.Length == 0 ? null : new ImportedLine(line, name.Length == 0 ? line : name, location)),
            reader.Problems);
    }
}
