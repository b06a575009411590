using System.Globalization;
using Portal.Rules.Imports;
using Portal.Web.Files.Tables;

namespace Portal.Web.Domain.Imports;

/// <summary>A row of a file as it was read.</summary>
/// <param name="Number">As the spreadsheet shows it.</param>
public sealed record ImportLine(int Number, IReadOnlyList<string> Cells);

/// <summary>What is wrong with a file as a whole; no row of it was read then.</summary>
public enum SheetFault
{
    None,
    Unreadable,

    /// <summary>A quotation mark is not closed.</summary>
    Quotes,

    /// <summary>A workbook of the old kind, or one with a password.</summary>
    OldWorkbook,

    /// <summary>A cell shows an error; it is named.</summary>
    ErrorCell,
    TooLarge,
    Empty,
    UnknownColumn,
    ColumnTwice,
    ColumnMissing,
}

/// <summary>What a file that is no table is told as.</summary>
public static class SheetFaults
{
    public static SheetFault Of(TableProblem problem) => problem switch
    {
        TableProblem.TooLarge => SheetFault.TooLarge,
        TableProblem.Quotes => SheetFault.Quotes,
        TableProblem.OldWorkbook => SheetFault.OldWorkbook,
        TableProblem.ErrorCell => SheetFault.ErrorCell,
        _ => SheetFault.Unreadable,
    };
}

/// <summary>The rows of a file below their headings.</summary>
public sealed class ImportSheet
{
    private readonly MoveInColumn[] columns;

    private ImportSheet(MoveInColumn[] columns, IReadOnlyList<ImportLine> rows) => (this.columns, Rows) = (columns, rows);

    public IReadOnlyList<ImportLine> Rows { get; }

    /// <returns>The sheet, or why there is none: a fault, and what it names.</returns>
    public static (ImportSheet? Sheet, SheetFault Fault, string Argument) Read(ImportHeadings known, IReadOnlyList<ImportLine> lines)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(lines);
        switch (lines.Count)
        {
            case < 2:
                return (null, SheetFault.Empty, "");
            case var count when count > ImportRules.Most(known.Kind) + 1:
                return (null, SheetFault.TooLarge, "");
        }

        var headings = lines[0].Cells;
        var found = headings.Select(known.Recognise).ToArray();
        if (Array.FindIndex(found, column => column == MoveInColumn.None) is >= 0 and var unknown
            && !string.IsNullOrWhiteSpace(headings[unknown]))
        {
            return (null, SheetFault.UnknownColumn, headings[unknown]);
        }

        if (found.Where(column => column != MoveInColumn.None).GroupBy(column => column).FirstOrDefault(group => group.Count() > 1)
            is { Key: var twice })
        {
            return (null, SheetFault.ColumnTwice, twice.ToString());
        }

        var missing = ImportColumns.Of(known.Kind).FirstOrDefault(column => ImportColumns.IsNeeded(column) && !found.Contains(column));
        return missing == MoveInColumn.None
            ? (new ImportSheet(found, [.. lines.Skip(1)]), SheetFault.None, "")
            : (null, SheetFault.ColumnMissing, missing.ToString());
    }

    /// <summary>Whether the file has that column.</summary>
    public bool Has(MoveInColumn column) => columns.Contains(column);

    public string Cell(ImportLine row, MoveInColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        var at = Array.IndexOf(columns, column);
        return at >= 0 && at < row.Cells.Count ? row.Cells[at] : "";
    }

    /// <summary>
    /// Something stands where no heading is: a separator inside a text moved all that follows.
    /// </summary>
    public bool HasMore(ImportLine row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Cells.Where((cell, at) => (at >= columns.Length || columns[at] == MoveInColumn.None) && !string.IsNullOrWhiteSpace(cell))
            .Any();
    }

    /// <summary>Which rows say a thing that an earlier one said.</summary>
    internal static IEnumerable<ImportProblem> Twice<T>(IEnumerable<T> rows, Func<T, string> key, Func<T, int> row, MoveInColumn column)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var each in rows.Where(each => key(each).Length > 0))
        {
            if (!first.TryAdd(key(each), row(each)))
            {
                yield return new ImportProblem(row(each), column, ImportFault.Twice,
                    first[key(each)].ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
