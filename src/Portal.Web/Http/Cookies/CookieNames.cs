using System.Net;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// The cookie rule of the house (architecture 13). Below a path of its own a cookie is __Secure- with that path, at the
/// root of a host __Host-; pages outside a portal have names of their own, so that no browser sends two of one name.
/// </summary>
internal sealed class CookieNames(IHttpContextAccessor accessor, IOptions<SiteOptions> options) : ICookieNames
{
    private static readonly string[] WholeSite = ["culture", "theme", "site"];

    public string Name(string plain)
    {
        if (accessor.HttpContext is not { } context)
        {
            return plain;
        }

        var isWholeSite = WholeSite.Contains(plain);
        var isOutside = !isWholeSite && !context.RequestServices.GetRequiredService<CurrentTenant>().IsSet;
        return Prefix(context, isWholeSite) + (isOutside ? "outside-" : "") + plain;
    }

    public CookieOptions Options(HttpContext context, bool httpOnly = true, TimeSpan? life = null, bool wholeSite = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new()
        {
            Path = PathOf(context, wholeSite),
            Secure = context.Request.IsHttps,
            HttpOnly = httpOnly,
            SameSite = SameSiteMode.Lax,
            MaxAge = life,
            IsEssential = true,
        };
    }

    /// <summary>Over http no cookie at all, but for a demonstration on this very machine.</summary>
    public bool MaySet(HttpContext context) => context.Request.IsHttps || (options.Value.Demo && IsLoopback(context.Request.Host.Host));

    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string Prefix(HttpContext context, bool wholeSite) => (context.Request.IsHttps, PathOf(context, wholeSite)) switch
    {
        (false, _) => "",
        (true, "/") => "__Host-",
        _ => "__Secure-",
    };

    private static string PathOf(HttpContext context, bool wholeSite) =>
        wholeSite || !ActingAddress.PortalOf(context).HasValue ? "/" : ActingAddress.PortalOf(context).Value!;
}
