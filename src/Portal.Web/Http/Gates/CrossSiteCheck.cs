using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>A browser says when another site's page sends a form; then not even a valid token helps (WB-02).</summary>
internal sealed class CrossSiteCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ErrorPages.IsRunning(context) || !HttpMethods.IsPost(context.Request.Method)
            || context.Request.Headers["Sec-Fetch-Site"] != "cross-site"
            || context.GetEndpoint()?.Metadata.GetMetadata<SignedWebhookAttribute>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
