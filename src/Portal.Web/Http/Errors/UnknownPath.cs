using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Errors;

/// <summary>
/// What no page answers ends before anybody is asked to sign in: 404, or 405 with the methods there are. So does a page
/// under the name of a file, which a cache on the way would keep for everybody (WB-14).
/// </summary>
internal sealed class UnknownPath(RequestDelegate next)
{
    private static readonly string[] FileEndings = [".css", ".js", ".mjs", ".map", ".json", ".png", ".jpg", ".jpeg", ".gif", ".svg",
        ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".txt"];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && !IsDisguised(context.Request.Path, endpoint))
        {
            return next(context);
        }

        if (context.GetEndpoint() is { RequestDelegate: { } answer } and not RouteEndpoint)
        {
            return answer(context);
        }

        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsDisguised(PathString path, RouteEndpoint endpoint) =>
        !StaticFiles.Is(endpoint)
        && FileEndings.Any(ending => path.Value!.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && endpoint.RoutePattern.PathSegments is [.., { IsSimple: true, Parts: [{ IsParameter: true }] }];
}
