using System.Text;
using Portal.Rules.Text;
using Portal.Web.Files.Tables;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>A row as it was typed; empty where there is no such column.</summary>
public sealed record ManyLine(int Line, string Contract, string File, string Subject, string Text, bool HasMore);

/// <param name="Problem">
/// Names the text of what is wrong with the table as a whole; null where it could be read.
/// </param>
public sealed record ManyReading(IReadOnlyList<ManyLine> Lines, string? Problem);

/// <summary>Understands a table of contracts and files: headings in Japanese or English, in any order.</summary>
public static class ManyTable
{
    private const string Contract = "Contract";
    private const string File = "File";

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        [Contract] = ["契約番号", "契約", "お客さま番号", "Contract number", "Contract"],
        [File] = ["ファイル名", "ファイル", "File name", "File"],
        ["Subject"] = ["件名", "Subject"],
        ["Text"] = ["内容", "本文", "Text"],
    };

    /// <param name="most">Rows that it may have.</param>
    public static ManyReading Read(string? typed, int most)
    {
        var table = TableFile.Read(Encoding.UTF8.GetBytes(typed ?? ""), headings => headings.Count(heading => Column(heading) is not null));
        if (table.Problem is { } problem)
        {
            return new ManyReading([], problem == TableProblem.TooLarge ? "Many.TooMany" : "Many.Unreadable");
        }

        if (table.Rows.Count < 2)
        {
            return new ManyReading([], "Many.Empty");
        }

        string?[] columns = [.. table.Rows[0].Cells.Select(Column)];
        var known = columns.OfType<string>().ToList();
        if (!known.Contains(Contract) || !known.Contains(File) || known.Distinct().Count() < known.Count)
        {
            return new ManyReading([], "Many.Headings");
        }

        return table.Rows.Count > most + 1 ? new ManyReading([], "Many.TooMany")
            : new ManyReading([.. table.Rows.Skip(1).Select(row => Line(columns, row))], null);
    }

    private static string? Column(string heading)
    {
        var key = CanonicalText.SearchKey(heading);
        return key.Length == 0 ? null
            : Columns.Keys.FirstOrDefault(column => Columns[column].Any(name => CanonicalText.SearchKey(name) == key));
    }

    private static ManyLine Line(string?[] columns, TableRow row)
    {
        string Cell(string column) =>
            Array.IndexOf(columns, column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at].Trim() : "";
        var hasMore = row.Cells.Where((cell, at) => columns.ElementAtOrDefault(at) is null && !string.IsNullOrWhiteSpace(cell)).Any();
        return new ManyLine(row.Number, Cell(Contract), Cell(File), Cell("Subject"), Cell("Text"), hasMore);
    }
}
