using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Files.Stored;

/// <summary>
/// A file that others sent: to be saved and never shown, so that nothing in it runs in this site's name (FI-08). It is
/// sent whole; ranges would need a store that can jump.
/// </summary>
public sealed class StoredFileDownload(string name, string mediaType, long size, string hash,
    Func<Stream, CancellationToken, Task<bool>> copy) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var headers = response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{hash}\"");
        response.Headers.AcceptRanges = "none";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // The framework's names for it: one header, whatever is in the name.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        (response.ContentType, response.ContentLength) = (mediaType, size);
        if (!await copy(response.Body, context.HttpContext.RequestAborted))
        {
            // The row promised what the store does not have: an answer cut off is no file.
            context.HttpContext.Abort();
        }
    }
}
