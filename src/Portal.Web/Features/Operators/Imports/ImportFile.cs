using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Files.Tables;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>
/// Understands a table of IDs: headings in Japanese or English, in any order (OPER-8), whatever kind of file it was
/// (FILE-1).
/// </summary>
public sealed class ImportFile(IStringLocalizer<OperatorsText> text, OperatorWords words)
{
    public const int MostRows = 50;

    /// <summary>Columns the tenant's file may have, in the order of the template.</summary>
    public IReadOnlyList<ImportColumn> Columns =>
        [.. ImportColumn.All.Where(column => column.Field is null || words.HasField(column.Field))];

    public TableReading Open(byte[] content) =>
        TableFile.Read(content, headings => headings.Count(heading => Recognise(heading) is not null));

    public ImportReading Understand(TableReading table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Problem is { } unreadable)
        {
            return ImportReading.Failed(Words(unreadable, table.Place));
        }

        if (table.Rows.Count == 0)
        {
            return ImportReading.Failed(text["ImportEmpty"]);
        }

        var headings = table.Rows[0].Cells;
        ImportColumn?[] columns = [.. headings.Select(Recognise)];
        if (HeadingProblem(headings, columns) is { } problem)
        {
            return ImportReading.Failed(problem);
        }

        return table.Rows.Count switch
        {
            1 => ImportReading.Failed(text["ImportNoRows"]),
            > MostRows + 1 => ImportReading.Failed(text["ImportTooMany", MostRows]),
            _ => new ImportReading([.. table.Rows.Skip(1).Select(row => Row(columns, row))], [.. columns.OfType<ImportColumn>()], null),
        };
    }

    public string Heading(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Key == ImportColumn.LoginId ? words.Id : text["Import." + column.Key];
    }

    private string Words(TableProblem problem, string place) => problem switch
    {
        TableProblem.TooLarge => text["ImportTooLarge", TableFile.MostText / 1024, TableFile.MostWorkbook / 1024],
        TableProblem.Encoding => text["ImportEncoding"],
        TableProblem.Quotes => text["ImportQuotes"],
        TableProblem.OldWorkbook => text["ImportOldWorkbook"],
        TableProblem.ErrorCell => text["ImportErrorCell", place],
        _ => text["ImportWorkbook"],
    };

    private ImportColumn? Recognise(string heading)
    {
        var key = CanonicalText.SearchKey(heading);
        return key.Length == 0 ? null : Columns.FirstOrDefault(column => Names(column).Any(name => CanonicalText.SearchKey(name) == key));
    }

    private IEnumerable<string> Names(ImportColumn column) =>
        column.Key == ImportColumn.LoginId
            ? column.Names.Append(words.Profile.Id.In("ja")).Append(words.Profile.Id.In("en"))
            : column.Names.Append(Heading(column));

    /// <summary>A column without a heading is none: what stands in it is an error of its row.</summary>
    private string? HeadingProblem(IReadOnlyList<string> headings, ImportColumn?[] columns)
    {
        bool IsUnknown(int at) => columns[at] is null && !string.IsNullOrWhiteSpace(headings[at]);
        if (Enumerable.Range(0, columns.Length).FirstOrDefault(IsUnknown, -1) is >= 0 and var unknown)
        {
            return text["ImportUnknownColumn", unknown + 1, headings[unknown]];
        }

        if (columns.OfType<ImportColumn>().GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
        {
            return text["ImportColumnTwice", Heading(twice)];
        }

        return Columns.FirstOrDefault(column => column.Needed && !columns.Contains(column)) is { } missing
            ? text["ImportColumnMissing", Heading(missing)].Value
            : null;
    }

    private static ImportRow Row(ImportColumn?[] columns, TableRow row)
    {
        string Cell(string key) =>
            Array.FindIndex(columns, column => column?.Key == key) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";
        var details = new DetailsForm
        {
            FamilyName = Cell(nameof(DetailsForm.FamilyName)),
            GivenName = Cell(nameof(DetailsForm.GivenName)),
            FamilyNameKana = Cell(nameof(DetailsForm.FamilyNameKana)),
            GivenNameKana = Cell(nameof(DetailsForm.GivenNameKana)),
            Department = Cell(nameof(DetailsForm.Department)),
            Phone = Cell(nameof(DetailsForm.Phone)),
            ValidUntil = Cell(nameof(DetailsForm.ValidUntil)),
        };
        return new ImportRow(row.Number, Cell(ImportColumn.LoginId), details, Cell("Email"), Cell("Keyword"))
        {
            HasMore = row.Cells.Where((cell, at) => columns.ElementAtOrDefault(at) is null && !string.IsNullOrWhiteSpace(cell)).Any(),
        };
    }
}
