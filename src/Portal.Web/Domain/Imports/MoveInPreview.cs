using Portal.Rules.Imports;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Imports;

/// <summary>
/// What a fit file will become, for whoever confirms it: a column too far to the left is fit, too (ADMIN-12).
/// </summary>
/// <param name="Columns">Those of the file, in the usual order.</param>
/// <param name="Rows">The first of them.</param>
/// <param name="Contracts">How many different ones are named.</param>
/// <param name="Holders">How many different ones, in a file of contracts.</param>
/// <param name="Managers">How many there are, in a file of users.</param>
/// <param name="WithoutPassword">How many bring none, in a file of users.</param>
public sealed record MoveInPreview(IReadOnlyList<MoveInColumn> Columns, IReadOnlyList<PreviewedRow> Rows, int Contracts, int Holders,
    int Managers, int WithoutPassword)
{
    /// <summary>Rows shown.</summary>
    public const int Most = 20;

    internal static MoveInPreview Of(ImportSheet sheet, IReadOnlyList<ImportedUser> users) =>
        Of(ImportKind.Users, sheet, users.Select(user => user.Contract)) with
        {
            Managers = users.Count(user => user.IsManager),
            WithoutPassword = users.Count(user => user.PasswordHash is null),
        };

    internal static MoveInPreview Of(ImportSheet sheet, IReadOnlyList<ImportedContract> contracts) =>
        Of(ImportKind.Contracts, sheet, contracts.Select(row => row.Contract)) with
        {
            Holders = contracts.Select(row => (row.Facts.Holder, row.Facts.HolderKana)).Distinct().Count(),
        };

    private static MoveInPreview Of(ImportKind kind, ImportSheet sheet, IEnumerable<string> contracts)
    {
        MoveInColumn[] columns = [.. ImportColumns.Of(kind).Where(sheet.Has)];
        return new MoveInPreview(columns,
            [.. sheet.Rows.Take(Most).Select(row =>
                new PreviewedRow(row.Number, [.. columns.Select(column => Shown(sheet, row, column))]))],
            contracts.Distinct().Count(), 0, 0, 0);
    }

    /// <summary>Of a hash only that it is there.</summary>
    private static string Shown(ImportSheet sheet, ImportLine row, MoveInColumn column)
    {
        var cell = sheet.Cell(row, column);
        return column == MoveInColumn.PasswordHash && cell.Length > 0 ? "●" : cell;
    }
}

/// <param name="Row">As the spreadsheet numbers it.</param>
public sealed record PreviewedRow(int Row, IReadOnlyList<string> Cells);
