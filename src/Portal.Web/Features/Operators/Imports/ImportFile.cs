using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>
/// Reads a file of IDs: UTF-8 with or without byte order mark, or the code page that Excel writes in Japan; headings in
/// Japanese or English, in any order (OPER-8).
/// </summary>
public sealed class ImportFile(IStringLocalizer<OperatorsText> text, OperatorWords words)
{
    public const int MostRows = 50;
    public const int MostBytes = 32 * 1024;
    private const int JapaneseCodePage = 932;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        DetectColumnCountChanges = false,
        BadDataFound = arguments => throw new BadDataException(arguments.Field, arguments.RawRecord, arguments.Context, "A quote is not closed."),
        IgnoreBlankLines = true,
    };

    static ImportFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Columns the tenant's file may have, in the order of the template.</summary>
    public IReadOnlyList<ImportColumn> Columns => [.. ImportColumn.All.Where(column => column.Field is null || words.HasField(column.Field))];

    public ImportReading Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Decode(content) is not { } decoded)
        {
            return ImportReading.Failed(text["ImportEncoding"]);
        }

        try
        {
            return Rows(decoded);
        }
        catch (CsvHelperException)
        {
            return ImportReading.Failed(text["ImportQuotes"]);
        }
    }

    public string Heading(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Key == ImportColumn.LoginId ? words.Id : text["Import." + column.Key];
    }

    private static string? Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return DecodeJapanese(content);
        }
    }

    private static string? DecodeJapanese(byte[] content)
    {
        try
        {
            return Encoding.GetEncoding(JapaneseCodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private ImportReading Rows(string decoded)
    {
        using var csv = new CsvParser(new StringReader(decoded), Format);
        if (!csv.Read())
        {
            return ImportReading.Failed(text["ImportEmpty"]);
        }

        var columns = csv.Record!.Select(Recognise).ToArray();
        if (HeadingProblem(csv.Record!, columns) is { } problem)
        {
            return ImportReading.Failed(problem);
        }

        var rows = new List<ImportRow>();
        while (csv.Read())
        {
            if (rows.Count == MostRows)
            {
                return ImportReading.Failed(text["ImportTooMany", MostRows]);
            }

            rows.Add(Row(csv.RawRow, columns!, csv.Record!));
        }

        return rows.Count == 0 ? ImportReading.Failed(text["ImportEmpty"]) : new ImportReading(rows, null);
    }

    private ImportColumn? Recognise(string heading)
    {
        var key = CanonicalText.SearchKey(heading);
        return Columns.FirstOrDefault(column => Names(column).Any(name => CanonicalText.SearchKey(name) == key));
    }

    private IEnumerable<string> Names(ImportColumn column) =>
        column.Key == ImportColumn.LoginId ? column.Names.Append(words.Profile.Id.In("ja")).Append(words.Profile.Id.In("en")) : column.Names.Append(Heading(column));

    private string? HeadingProblem(string[] headings, ImportColumn?[] columns)
    {
        if (Array.IndexOf(columns, null) is >= 0 and var unknown)
        {
            return text["ImportUnknownColumn", unknown + 1, headings[unknown]];
        }

        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { Key: { } twice })
        {
            return text["ImportColumnTwice", Heading(twice)];
        }

        return Columns.FirstOrDefault(column => column.Needed && !columns.Contains(column)) is { } missing ? text["ImportColumnMissing", Heading(missing)].Value : null;
    }

    private static ImportRow Row(int line, ImportColumn[] columns, string[] cells)
    {
        string Cell(string key) => Array.FindIndex(columns, column => column.Key == key) is >= 0 and var at && at < cells.Length ? cells[at] : "";
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
        return new ImportRow(line, Cell(ImportColumn.LoginId), details, Cell("Email"), Cell("Keyword"));
    }
}
