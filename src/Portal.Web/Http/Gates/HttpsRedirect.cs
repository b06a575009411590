using Microsoft.Extensions.Options;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Leads a page that was asked for over http to https. A form is not led on: what it carried went over the open line
/// already, and that must show (WB-11).
/// </summary>
internal sealed class HttpsRedirect(RequestDelegate next, IOptions<SiteOptions> options, TenantCatalog tenants)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (ErrorPages.IsRunning(context) || request.IsHttps || options.Value.BaseUrl is not { Scheme: "https" } address
            || !HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments(Health.Path))
        {
            await next(context);
            return;
        }

        // Never the host of the request: what has not passed the check of hosts would lead to wherever it says (WB-09).
        var tenant = await tenants.FindByHostAsync(request.Host.Host);
        var host = tenant?.Profile.Host is { } own ? new HostString(own) : address.IsDefaultPort ? new HostString(address.IdnHost)
            : new HostString(address.IdnHost, address.Port);
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"https://{host}{request.PathBase}{request.Path}{request.QueryString}";
    }
}
