using Microsoft.AspNetCore.WebUtilities;
using Portal.Web.Http.Gates;

namespace Portal.Web.Http.Places;

/// <summary>
/// Where to go after signing in: a path of this very portal or home, whatever the address says (WB-08).
/// </summary>
public static class ReturnUrl
{
    public const string Key = "returnUrl";
    private const int Longest = 2000;

    /// <returns>The path when it leads inside this portal, otherwise the portal's home.</returns>
    public static string Safe(HttpContext context, string? url)
    {
        ArgumentNullException.ThrowIfNull(context);
        return OrNull(context, url) ?? Home(context);
    }

    /// <summary>The same for what is kept until later: nothing is kept that would not be followed.</summary>
    internal static string? OrNull(HttpContext context, string? url) =>
        url is not null && IsInside(context.Request.PathBase, url) ? url : null;

    public static string Home(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.PathBase + "/";
    }

    /// <summary>The address of the sign-in page that leads back here afterwards.</summary>
    /// <param name="door">Path of the door; empty for the first.</param>
    internal static string SignIn(HttpContext context, string door, string? back, string? ended)
    {
        var address = context.Request.PathBase + SignInPaths.LoginOf(door).TrimStart('~');
        address = back is null || back == Home(context) ? address : QueryHelpers.AddQueryString(address, Key, back);
        return ended is null ? address : QueryHelpers.AddQueryString(address, EndedSession.Key, ended);
    }

    internal static bool IsInside(PathString portal, string url) =>
        url.Length <= Longest
        && url.StartsWith(portal + "/", StringComparison.Ordinal)
        && url is not (['/', '/', ..] or ['/', '\\', ..])
        && !url.Any(letter => letter is '\\' or <= ' ' or '\u007f')
        && !HasDots(url);

    // "/t/a/../b" and "/t/a/%2e%2e/b" are other portals to a browser.
    private static bool HasDots(string url) =>
        url.Split('?', '#')[0].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase).Split('/').Any(part => part is "." or "..");
}
