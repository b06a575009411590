namespace Portal.Web.Http.Cookies;

internal static class RequestCookie
{
    private const int Longest = 2048;

    /// <summary>
    /// The cookie's value; null when there is none, when two have its name (one was planted), or when it is longer than
    /// any of ours (SE-09).
    /// </summary>
    public static string? Single(HttpContext context, string name) =>
        context.Request.Cookies[name] is { Length: > 0 and <= Longest } value && Count(context, name) == 1 ? value : null;

    private static int Count(HttpContext context, string name) => context.Request.Headers.Cookie
        .SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        .Count(pair => pair.StartsWith(name, StringComparison.Ordinal) && pair.AsSpan(name.Length).TrimStart() is ['=', ..]);
}
