using Microsoft.Extensions.Options;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Answers only under names that are ours, so that no link, cache or mail can be made to carry another (WB-09).
/// </summary>
internal sealed class HostCheck(RequestDelegate next, IOptions<SiteOptions> options, TenantCatalog tenants, IHostEnvironment environment)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ErrorPages.IsRunning(context) || context.Request.Path.StartsWithSegments(Health.Path)
            || await IsOursAsync(context.Request.Host))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private async ValueTask<bool> IsOursAsync(HostString host)
    {
        if (!host.HasValue)
        {
            return false;
        }

        return string.Equals(host.Host, options.Value.BaseUrl!.Host, StringComparison.OrdinalIgnoreCase)
            || (MayBeLoopback && CookieNames.IsLoopback(host.Host))
            || await tenants.FindByHostAsync(host.Host) is not null;
    }

    private bool MayBeLoopback => options.Value.Demo || environment.IsDevelopment() || environment.IsEnvironment("Testing");
}
