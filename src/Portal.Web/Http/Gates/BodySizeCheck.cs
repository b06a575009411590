using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Gates;

/// <summary>
/// What announces itself as too large is refused before a byte of it is read (RX-03); pages that take files say so.
/// </summary>
internal sealed class BodySizeCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ErrorPages.IsRunning(context))
        {
            return next(context);
        }

        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own
            ? own.MaxRequestBodySize
            : HttpServer.LargestBody;
        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = limit;
        }

        return next(context);
    }
}
