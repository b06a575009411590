using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Input;

/// <summary>The page a form was sent from: where to lead back to, and where a draft belongs.</summary>
internal static class FormPage
{
    /// <returns>A page inside this portal that can be gone to, or null when the browser does not say.</returns>
    public static string? Of(HttpContext context)
    {
        if (!Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || !ReturnUrl.IsInside(context.Request.PathBase, from.PathAndQuery))
        {
            return null;
        }

        // What answers forms alone would be "not found" to who is led there (SAFE-5).
        var page = Readable(context, from.AbsolutePath);
        return page == from.AbsolutePath ? from.PathAndQuery : page;
    }

    /// <summary>
    /// The address that shows this page, or the nearest to it, when a browser goes
    /// there: for what leads back here. After a form whose address answers forms
    /// alone that is the page it was sent from, and else the page it belongs to.
    /// </summary>
    public static string Shown(HttpContext context)
    {
        var (address, method) = (AppPath.Current(context), context.Request.Method);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return address;
        }

        var path = address.Split('?')[0];
        var page = Readable(context, path);
        return page == path ? address : Of(context) ?? page;
    }

    private static string Readable(HttpContext context, string path)
    {
        var services = context.RequestServices;
        var portal = context.Request.PathBase;
        var inside = path.Length > (portal.Value?.Length ?? 0) ? path[(portal.Value?.Length ?? 0)..] : "/";
        return portal + services.GetRequiredService<ReadablePages>().Above(inside, services.GetRequiredService<CurrentTenant>().OrNull);
    }
}
