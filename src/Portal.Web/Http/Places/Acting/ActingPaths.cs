namespace Portal.Web.Http.Places;

/// <summary>Working in somebody else's place.</summary>
public static class ActingPaths
{
    /// <summary>From inside, back to where it was opened.</summary>
    public const string End = "~/acting/end";

    /// <summary>Where a linked manager opens administrator IDs.</summary>
    public const string Links = "~/account/linked-ids";

    /// <summary>The first page of what was opened, from the page that opened it.</summary>
    public static string Home(HttpContext context, string handle)
    {
        ArgumentNullException.ThrowIfNull(context);
        return $"{ActingAddress.PortalOf(context)}{ActingAddress.Segment}/{handle}/home";
    }

    /// <summary>A page of the portal itself, from wherever one is: "~/account/linked-ids".</summary>
    public static string OfPortal(HttpContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(path);
        return ActingAddress.PortalOf(context) + path.TrimStart('~');
    }

    /// <summary>A page of the place with that handle.</summary>
    public static string In(HttpContext context, string handle, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(path);
        return $"{ActingAddress.PortalOf(context)}{ActingAddress.Segment}/{handle}{path.TrimStart('~')}";
    }
}
