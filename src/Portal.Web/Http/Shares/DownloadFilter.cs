using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Connections;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Shares;

/// <summary>
/// Files for readers of any pace: each has one of the node's few places from before it is made until its last byte is
/// gone, and no byte leaves while a database connection is held (RX-05). The form has been read by then: no place waits
/// for a slow sender.
/// </summary>
internal sealed class DownloadFilter(DownloadShares shares, CurrentSession session, CurrentTenant tenant) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        var marks = context.ActionDescriptor.EndpointMetadata;
        if (ErrorPages.IsRunning(context.HttpContext) || !marks.OfType<DownloadAttribute>().Any())
        {
            await next();
            return;
        }

        var (place, refusal) = shares.Acquire(tenant.IsSet ? tenant.Value.Id : Guid.Empty, Who(context.HttpContext),
            marks.OfType<BackgroundRequestAttribute>().Any());
        if (place is null)
        {
            context.HttpContext.Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
            context.Result = new StatusCodeResult(refusal == DownloadRefusal.User ? StatusCodes.Status429TooManyRequests
                : StatusCodes.Status503ServiceUnavailable);
            return;
        }

        using (place)
        {
            await SendAsync(context.HttpContext.Response, next);
        }
    }

    private static async Task SendAsync(HttpResponse response, ResourceExecutionDelegate next)
    {
        using var patience = DatabasePatience.Have(DatabasePatience.OfAFile);
        using var held = HeldConnections.Watch();
        var body = response.Body;
        response.Body = new UnheldStream(body, held.ShouldBeNone);
        try
        {
            await next();
        }
        finally
        {
            response.Body = body;
        }
    }

    private string Who(HttpContext context) =>
        session.IsSignedIn ? session.UserId.ToString() : context.Connection.RemoteIpAddress?.ToString() ?? "";
}
