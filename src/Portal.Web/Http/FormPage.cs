namespace Portal.Web.Http;

/// <summary>The page a form was sent from: where to lead back to, and where a draft belongs.</summary>
internal static class FormPage
{
    /// <returns>A path inside this portal, or null when the browser does not say.</returns>
    public static string? Of(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from)
        && string.Equals(from.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && ReturnUrl.IsInside(context.Request.PathBase, from.PathAndQuery)
            ? from.PathAndQuery
            : null;
}
