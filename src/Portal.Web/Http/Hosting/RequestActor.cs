using System.Diagnostics;
using Portal.Rules.Text;
using Portal.Web.Audit;

namespace Portal.Web.Http.Hosting;

/// <summary>From where a request comes, for everything that is recorded about it.</summary>
internal sealed class RequestActor(RequestDelegate next)
{
    private const int LongestBrowser = 256;

    public Task InvokeAsync(HttpContext context, AuditActor actor)
    {
        actor.CorrelationId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        actor.Address = context.Connection.RemoteIpAddress is { } address
            ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : null;
        actor.Browser = context.Request.Headers.UserAgent.ToString() is { Length: > 0 } browser
            ? ForeignText.Of(browser, LongestBrowser)
            : null;
        return next(context);
    }
}
