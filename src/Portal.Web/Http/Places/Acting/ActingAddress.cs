namespace Portal.Web.Http.Places;

/// <summary>
/// The address says for whom its pages are: /t/{slug}/as/{handle}/… (LINK-7). The segment is part of PathBase like
/// the tenant's before it, so that every link and form of a page stays in its own tab's place; what belongs to the
/// portal as a whole, cookies first, stays with the portal.
/// </summary>
/// <param name="Portal">The portal's own base, without the segment.</param>
internal sealed record ActingAddress(PathString Portal, string Handle)
{
    public const string Segment = "/as";

    private const int LongestHandle = 32;

    /// <summary>The base of the portal, whether the address names somebody or not.</summary>
    public static PathString PortalOf(HttpContext context) =>
        context.Features.Get<ActingAddress>()?.Portal ?? context.Request.PathBase;

    /// <summary>Reads the segment of a request that has come to its portal, and takes it into PathBase.</summary>
    public static void Enter(HttpContext context)
    {
        if (context.Request.Path.Value?.Split('/', 4) is not ["", "as", { Length: > 0 and <= LongestHandle } handle, .. var rest]
            || !handle.All(char.IsAsciiLetterOrDigit))
        {
            return;
        }

        context.Features.Set(new ActingAddress(context.Request.PathBase, handle));
        context.Request.PathBase += $"{Segment}/{handle}";
        context.Request.Path = rest.Length == 0 ? "/" : "/" + rest[0];
    }

    /// <summary>
    /// The handle opens nothing for who asks: what is answered now is the portal's, under its own base.
    /// </summary>
    public void Leave(HttpContext context)
    {
        context.Features.Set<ActingAddress>(null);
        context.Features.Set(new ActingRefused(Handle));
        context.Request.PathBase = Portal;
        context.Request.Path = $"{Segment}/{Handle}" + context.Request.Path;
    }
}

/// <summary>The address named somebody for whom this session does not work.</summary>
internal sealed record ActingRefused(string Handle);
