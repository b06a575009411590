using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Files.Tables;

/// <summary>
/// Reads the first visible sheet of a workbook, cell by cell. A workbook is a packed folder that strangers made: what
/// it unpacks to is bounded before anything is read, formulas are what was last shown of them, and nothing outside of
/// it is ever opened.
/// </summary>
internal sealed class WorkbookTable
{
    private const int MostParts = 200;
    private const int MostLevels = 64;
    private const int MostColumns = 200;

    private readonly CellText texts;
    private readonly TableLimits limits;
    private readonly List<TableRow> rows = [];
    private readonly SortedDictionary<int, string> cells = [];
    private int number;
    private int column;
    private int length;
    private string? error;

    private WorkbookTable(CellText texts, TableLimits limits) => (this.texts, this.limits) = (texts, limits);

    public static TableReading Read(byte[] content, TableLimits limits)
    {
        try
        {
            if (Obstacle(content, limits) is { } problem)
            {
                return TableReading.Failed(problem);
            }

            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.Unpacked };
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false, settings);
            return Sheet(document) is not { } sheet ? TableReading.Failed(TableProblem.Workbook)
                : CellText.Of(document.WorkbookPart!, limits) is { } texts ? new WorkbookTable(texts, limits).Read(sheet)
                : TableReading.Failed(TableProblem.TooLarge);
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or IOException or InvalidDataException
            or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException
                or KeyNotFoundException)
        {
            // The library and what it stands on tell a broken file in as many ways as there are.
            return TableReading.Failed(TableProblem.Workbook);
        }
    }

    /// <summary>The length that a part claims is all that is ever unpacked of it.</summary>
    private static TableProblem? Obstacle(byte[] content, TableLimits limits)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > limits.Unpacked)
        {
            return TableProblem.TooLarge;
        }

        return archive.Entries.All(IsShallow) ? null : TableProblem.Workbook;
    }

    /// <summary>
    /// The library reads elements inside elements by recursion: some thousand levels would end the process, and every
    /// tenant with it.
    /// </summary>
    private static bool IsShallow(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > MostLevels)
                {
                    return false;
                }
            }
        }
        catch (XmlException)
        {
            // A picture, or a broken part: the library stops at the same place.
        }

        return true;
    }

    private static WorksheetPart? Sheet(SpreadsheetDocument document)
    {
        var sheets = document.WorkbookPart?.Workbook?.Sheets?.Elements<Sheet>() ?? [];
        var first = sheets.FirstOrDefault(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible);
        return first?.Id?.Value is { } id && document.WorkbookPart!.TryGetPartById(id, out var part) ? part as WorksheetPart : null;
    }

    private TableReading Read(WorksheetPart sheet)
    {
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row))
            {
                if (reader.IsStartElement)
                {
                    BeginRow(reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value);
                }
                else
                {
                    EndRow();
                }
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement && !TryAdd((Cell)reader.LoadCurrentElement()!))
            {
                return error is null ? TableReading.Failed(TableProblem.TooLarge) : TableReading.Failed(TableProblem.ErrorCell, error);
            }

            if (rows.Count > limits.Rows)
            {
                return TableReading.Failed(TableProblem.TooLarge);
            }
        }

        return new TableReading(rows, null);
    }

    private void BeginRow(string? claimed)
    {
        var claims = int.TryParse(claimed, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > number;
        number = claims ? known : number + 1;
        column = -1;
    }

    private void EndRow()
    {
        if (cells.Count > 0)
        {
            var width = cells.Keys.Last() + 1;
            rows.Add(new TableRow(number, [.. Enumerable.Range(0, width).Select(at => cells.GetValueOrDefault(at, ""))]));
        }

        cells.Clear();
    }

    /// <returns>False where the sheet is wider or longer than any list of people, or the cell shows an error: "#N/A"
    /// is nobody's name.</returns>
    private bool TryAdd(Cell cell)
    {
        if (cell.DataType?.InnerText == "e")
        {
            error = cell.CellReference?.Value ?? number.ToString(CultureInfo.InvariantCulture);
            return false;
        }

        column = Column(cell.CellReference?.Value) is { } known && known > column ? known : column + 1;
        var text = texts.Of(cell);
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        length += text.Length;
        if (column >= MostColumns || length > limits.Text)
        {
            return false;
        }

        cells[column] = text;
        return true;
    }

    /// <summary>The number of "C" in "C12", from 0; null where the cell does not say where it stands.</summary>
    private static int? Column(string? reference)
    {
        const int MostLetters = 3;
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToList();
        return letters.Count is 0 or > MostLetters ? null : letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
    }
}
