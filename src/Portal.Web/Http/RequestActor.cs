using System.Diagnostics;
using Portal.Web.Audit;

namespace Portal.Web.Http;

/// <summary>From where a request comes, for everything that is recorded about it.</summary>
internal sealed class RequestActor(RequestDelegate next)
{
    private const int LongestBrowser = 256;

    public Task InvokeAsync(HttpContext context, AuditActor actor)
    {
        actor.CorrelationId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        actor.Address = context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;
        actor.Browser = Tidy(context.Request.Headers.UserAgent.ToString());
        return next(context);
    }

    // Forged log lines and terminal escapes (AU-06).
    private static string? Tidy(string browser) =>
        browser.Length == 0 ? null : new string([.. browser.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(LongestBrowser)]);
}
