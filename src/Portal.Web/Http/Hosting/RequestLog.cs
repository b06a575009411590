using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Web.Audit;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// One line a request: the route's template, never the address that was typed, no query, no form, no cookie (AU-05).
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context, AuditActor actor, CurrentTenant tenant)
    {
        var began = Stopwatch.GetTimestamp();
        using var scope = log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = actor.CorrelationId });
        await next(context);
        var (method, served, slug) = (context.Request.Method, Template(context), tenant.OrNull?.Slug ?? "-");
        var milliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        LogServed(log, method, served, context.Response.StatusCode, milliseconds, slug);
    }

    private static string Template(HttpContext context) =>
        ((context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? failed.Endpoint
            : context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms for {Tenant}")]
    private static partial void LogServed(ILogger log, string method, string route, int status, long milliseconds, string tenant);
}
