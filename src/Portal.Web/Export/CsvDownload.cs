using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Export;

/// <summary>A CSV file that is sent while its rows are read: memory does not grow with them (PERF-4).</summary>
public sealed class CsvDownload(string fileName, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        var response = context.HttpContext.Response;
        (response.ContentType, response.Headers.ContentDisposition) = (CsvDocument.ContentType, disposition.ToString());
        return CsvDocument.WriteAsync(response.Body, headings, rows, context.HttpContext.RequestAborted);
    }
}
