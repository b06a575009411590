using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// Headers that every answer carries, whatever made it: page,
/// file, error (WB-05). Set last, so that nothing drops them.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, CookieNames names)
{
    private const string ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private const string Permissions =
        "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
    private const string TransportSecurity = "max-age=63072000; includeSubDomains; preload";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Complete(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Complete(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers.Remove(HeaderNames.Server);
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = TransportSecurity;
        }

        if (!names.MaySet(context))
        {
            headers.Remove(HeaderNames.SetCookie);
        }

        KeepFromCaches(context, headers);
    }

    /// <summary>
    /// Files of wwwroot may be kept, and what anybody may fetch says
    /// so itself; everything else is nobody's to keep (SE-12, WB-14).
    /// </summary>
    private static void KeepFromCaches(HttpContext context, IHeaderDictionary headers)
    {
        var endpoint = context.GetEndpoint();
        var isPublic = endpoint?.Metadata.GetMetadata<PublicFileAttribute>() is not null;
        if (isPublic)
        {
            // A cache would hand one visitor's cookie to all the others.
            headers.Remove(HeaderNames.SetCookie);
        }

        var isOpen = isPublic || StaticFiles.Is(endpoint)
            || (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null
                && !context.RequestServices.GetRequiredService<CurrentSession>().IsSignedIn);
        if (context.Response.StatusCode >= 400 || !isOpen || headers.CacheControl.Count == 0 || headers.CacheControl.ToString()
            .Contains("no-store", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
            headers.Remove(HeaderNames.Pragma);
            headers.Remove(HeaderNames.Expires);
        }
    }
}
