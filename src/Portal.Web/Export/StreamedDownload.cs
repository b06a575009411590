using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Export;

/// <summary>A file that is sent while it is made: memory does not grow with it.</summary>
public sealed class StreamedDownload(string fileName, string contentType, Func<Stream, CancellationToken, Task> write) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        var response = context.HttpContext.Response;
        (response.ContentType, response.Headers.ContentDisposition) = (contentType, disposition.ToString());
        return write(response.Body, context.HttpContext.RequestAborted);
    }
}
