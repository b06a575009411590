using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Web.Export;

/// <summary>
/// Writes CSV that opens right in Excel: UTF-8 with byte order mark, CRLF, RFC 4180, no formulas (EX-01, EX-02).
/// </summary>
public static class CsvDocument
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",

        // The library looks for its own line end only; a lone CR or LF ends a record for other readers, too.
        ShouldQuote = field =>
            field.Field is { Length: > 0 } text && (text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text[0] == ' ' || text[^1] == ' '),
    };

    /// <param name="rows">Texts are made harmless; numbers stay numbers.</param>
    public static async Task WriteAsync(Stream target, IEnumerable<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        await RowAsync(csv, headings);

        // The answer begins at once, however long the first rows take (PERF-4).
        await csv.FlushAsync();
        await text.FlushAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await RowAsync(csv, row);
        }
    }

    /// <summary>For lists that fit on a few pages; long ones are streamed.</summary>
    public static async Task<byte[]> ToBytesAsync(IEnumerable<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var memory = new MemoryStream();
        await WriteAsync(memory, headings, rows.ToAsyncEnumerable());
        return memory.ToArray();
    }

    private static Task RowAsync(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(Text(cell));
        }

        return csv.NextRecordAsync();
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => CsvCell.Harmless(text),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => CsvCell.Harmless(cell.ToString() ?? ""),
    };
}
