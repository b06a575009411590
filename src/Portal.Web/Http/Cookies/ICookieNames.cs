namespace Portal.Web.Http.Cookies;

/// <summary>One place that decides prefix, path and flags of every cookie.</summary>
public interface ICookieNames
{
    string Name(string plain);

    CookieOptions Options(HttpContext context, bool httpOnly = true, TimeSpan? life = null, bool wholeSite = false);
}
