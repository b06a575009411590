namespace Portal.Web.Files.Tables;

/// <summary>Why a file is no table.</summary>
public enum TableProblem
{
    TooLarge,

    /// <summary>No encoding that spreadsheets write gives it a meaning.</summary>
    Encoding,

    /// <summary>A quotation mark is not closed, or stands inside a text.</summary>
    Quotes,

    /// <summary>It begins as a workbook and is none.</summary>
    Workbook,

    /// <summary>A workbook of the old kind, or one with a password.</summary>
    OldWorkbook,

    /// <summary>A cell shows an error in place of a value, as a formula does that finds nothing.</summary>
    ErrorCell,
}

/// <param name="Rows">Rows with something in them; the first are the headings.</param>
public sealed record TableReading(IReadOnlyList<TableRow> Rows, TableProblem? Problem)
{
    /// <summary>Where the problem is, as the spreadsheet names the cell; empty where it is the whole file.</summary>
    public string Place { get; init; } = "";

    internal static TableReading Failed(TableProblem problem, string place = "") => new([], problem) { Place = place };
}
