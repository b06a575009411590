using Microsoft.Extensions.Options;

namespace Portal.Web.Http;

/// <summary>
/// Leads a page that was asked for over http to https. A form is not led on: what it carried went over the open line
/// already, and that must show (WB-11).
/// </summary>
internal sealed class HttpsRedirect(RequestDelegate next, IOptions<PortalOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsHttps || options.Value.BaseAddress is not { Scheme: "https" } address || !HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments(Health.Path))
        {
            return next(context);
        }

        var host = request.Host.Host == address.Host ? HostString.FromUriComponent(address) : new HostString(request.Host.Host);
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"https://{host}{request.PathBase}{request.Path}{request.QueryString}";
        return Task.CompletedTask;
    }
}
