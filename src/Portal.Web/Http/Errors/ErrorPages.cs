using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.Errors;

/// <summary>
/// Every failure ends here: an exception becomes a status, a bare status becomes a page (or a problem document, for
/// programs). The page runs through the same pipeline again, so that it has language, headers and the portal's name.
/// </summary>
internal sealed partial class ErrorPages(RequestDelegate next, IProblemDetailsService problems, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await RunAsync(context);
        if (context.Response.HasStarted || !IsBareError(context.Response))
        {
            return;
        }

        if (IsProgram(context))
        {
            await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context });
            return;
        }

        await ShowAsync(context);
    }

    /// <summary>
    /// True while the error page runs in place of what failed; what guards the request has done its work already.
    /// </summary>
    public static bool IsRunning(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private async Task RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // Who broke off a download has its status already; to set another would throw, and stand in the log as a
            // fault of ours.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Answer(context, FailureStatus.Of(e), e);
        }
    }

    private void Answer(HttpContext context, int status, Exception exception)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            LogFailed(log, exception, status);
        }
        else
        {
            LogRefused(log, status, exception);
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
        }
    }

    private async Task ShowAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (path, query) = (context.Request.Path, context.Request.QueryString);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = context.Request.PathBase,
            OriginalPath = path,
            OriginalQueryString = query.Value,
            Endpoint = context.GetEndpoint(),
            RouteValues = context.Features.Get<Microsoft.AspNetCore.Http.Features.IRouteValuesFeature>()?.RouteValues,
        });
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        context.Request.Path = $"/error/{status}";
        context.Request.QueryString = QueryString.Empty;
        await RunPageAsync(context, status);
        (context.Request.Path, context.Request.QueryString) = (path, query);
    }

    private async Task RunPageAsync(HttpContext context, int status)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The page itself needs what is broken; say the least that can be said.
            LogFailed(log, e, status);
        }

        if (!context.Response.HasStarted && IsBareError(context.Response))
        {
            context.Response.StatusCode = status;
            await PlainAnswer.WriteAsync(context);
        }
    }

    private static bool IsBareError(HttpResponse response) =>
        response.StatusCode is >= 400 and not StatusCodes.Status499ClientClosedRequest && response.ContentLength is null or 0
            && string.IsNullOrEmpty(response.ContentType);

    private static bool IsProgram(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed with {Status}")]
    private static partial void LogFailed(ILogger log, Exception exception, int status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Request refused with {Status}")]
    private static partial void LogRefused(ILogger log, int status, Exception exception);
}
