using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Http.Places;

/// <summary>
/// Addresses inside the portal: "~/cases" is below the portal's own path, "/css/…" is the same for all portals.
/// </summary>
internal static class AppPath
{
    public static string Resolve(HttpContext context, string url) =>
        url.StartsWith("~/", StringComparison.Ordinal) ? context.Request.PathBase + url[1..] : url;

    /// <summary>The address in the browser's bar, also while an error page is shown in its place.</summary>
    public static string Current(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } original
            ? original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString
            : context.Request.PathBase + context.Request.Path + context.Request.QueryString;
}
