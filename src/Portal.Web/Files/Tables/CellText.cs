using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Files.Tables;

/// <summary>
/// What a cell shows, as text: of a formula its last result, of
/// a number what its format makes of it, of a text no furigana.
/// </summary>
internal sealed class CellText(IReadOnlyList<string> shared, IReadOnlyList<CellFormat> formats, bool since1904)
{
    // What a text takes beside its characters; a file can have millions of empty ones.
    private const int Overhead = 16;

    /// <returns>Null where the texts that cells share are more than is read.</returns>
    public static CellText? Of(WorkbookPart workbook, TableLimits limits)
    {
        var since1904 = workbook.Workbook!.WorkbookProperties?.Date1904?.Value ?? false;
        var (shared, length) = (new List<string>(), 0L);
        foreach (var text in Shared(workbook.SharedStringTablePart))
        {
            length += text.Length + Overhead;
            if (length > limits.Shared)
            {
                return null;
            }

            shared.Add(text);
        }

        return new CellText(shared, [.. Formats(workbook.WorkbookStylesPart?.Stylesheet)], since1904);
    }

    public string Of(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.InnerText ?? "n";
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            "inlineStr" => cell.InlineString is { } inline ? Text(inline) : "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            "n" => Number(value, cell.StyleIndex?.Value ?? 0),
            _ => value,
        };
    }

    private string Number(string value, uint style)
    {
        // Six decimals are more than a spreadsheet shows, and fewer than the remains of its binary fractions.
        const int Decimals = 6;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !(Math.Abs(number) < (double)decimal.MaxValue))
        {
            return value;
        }

        var exact = Math.Round((decimal)number, Decimals);
        return (style < formats.Count ? formats[(int)style] : CellFormat.General).Show(exact, since1904);
    }

    private static IEnumerable<string> Shared(SharedStringTablePart? part)
    {
        if (part is null)
        {
            yield break;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                yield return Text((SharedStringItem)reader.LoadCurrentElement()!);
            }
        }
    }

    /// <summary>Runs of a text; the reading above them, which Excel keeps in Japan, is no part of it.</summary>
    private static string Text(OpenXmlElement item) => string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    }));

    private static IEnumerable<CellFormat> Formats(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.Last().FormatCode?.Value ?? "");
        return (styles?.CellFormats?.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>() ?? [])
            .Select(format => CellFormat.Of(format.NumberFormatId?.Value ?? 0, own.GetValueOrDefault(format.NumberFormatId?.Value ?? 0)));
    }
}
