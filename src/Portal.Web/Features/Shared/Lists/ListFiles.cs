using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Export;
using Portal.Web.Export.Xlsx;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>
/// Lists as files, CSV or workbook, with the columns of the screen. That one was taken is recorded by the list before
/// the first row leaves (EX-06).
/// </summary>
public sealed class ListFiles(IDisplayTime time, TimeProvider clock)
{
    /// <summary>The value of the field that asks for a workbook; anything else is CSV.</summary>
    private const string Workbook = "xlsx";

    /// <summary>What the audit log keeps of the format; null for the usual one.</summary>
    public static string? Format(string? asked) => asked == Workbook ? Workbook : null;

    /// <summary>
    /// Sends rows while they are read, for what a million rows can stand behind: the rows are read in short
    /// transactions.
    /// </summary>
    public ActionResult Stream<T>(string? format, string title, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        var table = ListTable.Of(title, columns, rows, Zone);
        return format == Workbook
            ? new XlsxDownload(Name(title, Workbook), table)
            : new CsvDownload(Name(title, "csv"), table.Headings, table.Rows);
    }

    /// <summary>
    /// Reads the rows of one query now, in the transaction of the request, and sends them when it is over: nothing
    /// changes between the first row and the last (EX-04), and nobody's pace holds the connection (RX-05).
    /// </summary>
    public async Task<SpooledDownload> SpoolAsync<T>(HttpContext context, string? format, string title,
        IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        var count = 0;
        var table = ListTable.Of(title, columns, CountedAsync(rows, () => count++), Zone);
        var file = TemporaryFile.Create();
        context.Response.RegisterForDisposeAsync(file);
        if (format == Workbook)
        {
            await XlsxDocument.WriteAsync(file, table, cancellationToken: context.RequestAborted);
            return new SpooledDownload(file, Name(title, Workbook), XlsxDocument.ContentType, count);
        }

        await CsvDocument.WriteAsync(file, table.Headings, table.Rows, context.RequestAborted);
        return new SpooledDownload(file, Name(title, "csv"), CsvDocument.ContentType, count);
    }

    private ReaderZone Zone => new(time.ToZone, time.ZoneInWords);

    private string Name(string title, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}_{time.ToZone(clock.GetUtcNow()):yyyyMMddHHmm}.{extension}");

    private static async IAsyncEnumerable<T> CountedAsync<T>(IAsyncEnumerable<T> rows, Action count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            count();
            yield return row;
        }
    }
}
