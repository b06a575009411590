using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Files.Pictures;

/// <summary>A stored picture. Taken for a page it would still run nothing (FI-05).</summary>
public sealed class PictureResult(string contentType, byte[] content) : FileContentResult(content, contentType)
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return base.ExecuteResultAsync(context);
    }
}
