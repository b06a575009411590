using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Imports;

/// <summary>What checking a file came to.</summary>
/// <param name="Rows">How many it has; 0 where it could not be read.</param>
/// <param name="Argument">What the fault names.</param>
public sealed record ImportFinding(int Rows, SheetFault Fault, string Argument, IReadOnlyList<ImportProblem> Problems)
{
    public bool IsFit => Fault == SheetFault.None && Problems.Count == 0;

    /// <summary>Null where it is not fit, and where it was taken over already.</summary>
    public MoveInPreview? Preview { get; init; }
}

/// <summary>What a row became.</summary>
/// <param name="LoginId">Null for a contract.</param>
/// <param name="HasPassword">It brought one.</param>
/// <param name="UserId">Null for a contract.</param>
public sealed record ImportedRow(int Row, string Contract, string? LoginId, bool HasPassword, Guid? UserId = null);

/// <param name="Made">What the rows became; nothing where the finding is not fit.</param>
public sealed record ImportOutcome(ImportFinding Finding, IReadOnlyList<ImportedRow> Made);

/// <summary>
/// The act behind page and command line: a file is checked, and taken over whole or not at all (ADMIN-12). Taking over
/// checks once more in its own transaction, and imports of a tenant take turns.
/// </summary>
public sealed class MovingIn(UserImport users, ContractImport contracts, KeyLock turns, AuditLog audit, PortalDbContext db)
{
    public async Task<ImportFinding> CheckAsync(ImportKind kind, IReadOnlyList<ImportLine> lines)
    {
        var (sheet, fault, argument) = ImportSheet.Read(users.Headings(kind), lines);
        if (sheet is null)
        {
            return new ImportFinding(0, fault, argument, []);
        }

        if (kind == ImportKind.Users)
        {
            var (people, faults) = await users.CheckAsync(sheet);
            return Found(sheet, faults, () => MoveInPreview.Of(sheet, people));
        }

        var (rows, problems) = await contracts.CheckAsync(sheet);
        return Found(sheet, problems, () => MoveInPreview.Of(sheet, rows));
    }

    private static ImportFinding Found(ImportSheet sheet, List<ImportProblem> problems, Func<MoveInPreview> preview) =>
        new(sheet.Rows.Count, SheetFault.None, "", Sorted(problems)) { Preview = problems.Count == 0 ? preview() : null };

    /// <param name="source">The name of the file, for the record.</param>
    /// <param name="progress">Told how many rows are done.</param>
    public async Task<ImportOutcome> ApplyAsync(ImportKind kind, IReadOnlyList<ImportLine> lines, string source, Func<int, Task> progress)
    {
        await turns.EnterAsync("import/" + db.Scope.Current);
        var (sheet, fault, argument) = ImportSheet.Read(users.Headings(kind), lines);
        if (sheet is null)
        {
            return new ImportOutcome(new ImportFinding(0, fault, argument, []), []);
        }

        return kind == ImportKind.Users
            ? await UsersAsync(sheet, source, progress)
            : await ContractsAsync(sheet, source, progress);
    }

    private async Task<ImportOutcome> UsersAsync(ImportSheet sheet, string source, Func<int, Task> progress)
    {
        var (rows, problems) = await users.CheckAsync(sheet);
        var finding = new ImportFinding(rows.Count, SheetFault.None, "", Sorted(problems));
        if (!finding.IsFit)
        {
            return new ImportOutcome(finding, []);
        }

        var made = await users.ApplyAsync(rows, progress);
        audit.Record(ImportEvents.MovedIn, details: new
        {
            source,
            users = rows.Count,
            oldHashes = rows.Count(row => row.PasswordHash is not null),
        });
        return new ImportOutcome(finding,
            [.. rows.Select(row => new ImportedRow(row.Row, row.Contract, row.LoginId, row.PasswordHash is not null, made[row.Row]))]);
    }

    private async Task<ImportOutcome> ContractsAsync(ImportSheet sheet, string source, Func<int, Task> progress)
    {
        var (rows, problems) = await contracts.CheckAsync(sheet);
        var finding = new ImportFinding(rows.Count, SheetFault.None, "", Sorted(problems));
        if (!finding.IsFit)
        {
            return new ImportOutcome(finding, []);
        }

        var made = await contracts.ApplyAsync(rows, progress);
        audit.Record(ImportEvents.MovedIn, details: new { source, contracts = made, rows = rows.Count });
        return new ImportOutcome(finding, [.. rows.Select(row => new ImportedRow(row.Row, row.Contract, null, HasPassword: false))]);
    }

    internal static List<ImportProblem> Sorted(IEnumerable<ImportProblem> problems) =>
        [.. problems.OrderBy(problem => problem.Row).ThenBy(problem => problem.Column)];
}
