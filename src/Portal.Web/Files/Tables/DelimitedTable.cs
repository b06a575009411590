using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Web.Files.Tables;

/// <summary>
/// Text with one row a record, its cells separated by a comma, a
/// semicolon or a tab (RFC 4180, and what Excel does with it abroad).
/// </summary>
internal static class DelimitedTable
{
    private static readonly CsvConfiguration[] Formats = [.. new[] { ",", ";", "\t" }.Select(Format)];

    public static TableReading Read(string text, Func<IReadOnlyList<string>, int> known)
    {
        try
        {
            return new TableReading([.. Rows(text, Formats.MaxBy(format => Known(text, format, known))!)], null);
        }
        catch (CsvHelperException)
        {
            return TableReading.Failed(TableProblem.Quotes);
        }
    }

    private static CsvConfiguration Format(string delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        HasHeaderRecord = false,
        DetectColumnCountChanges = false,
        BadDataFound = bad => throw new BadDataException(bad.Field, bad.RawRecord, bad.Context, "A quote is not closed."),

        // A blank row is a row all the same: the spreadsheet counts it.
        IgnoreBlankLines = false,
    };

    private static int Known(string text, CsvConfiguration format, Func<IReadOnlyList<string>, int> known)
    {
        try
        {
            return Rows(text, format).FirstOrDefault() is { } headings ? known(headings.Cells) : 0;
        }
        catch (CsvHelperException)
        {
            return -1;
        }
    }

    // A record with a line break in a cell is one row of the spreadsheet, however many lines of the file it takes.
    private static IEnumerable<TableRow> Rows(string text, CsvConfiguration format)
    {
        using var csv = new CsvParser(new StringReader(text), format);
        for (var number = 1; csv.Read(); number++)
        {
            if (TableRow.Of(number, csv.Record!) is { } row)
            {
                yield return row;
            }
        }
    }
}
