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

    private static int Count(HttpContext context, string name)
    {
        var count = 0;
        foreach (var header in context.Request.Headers.Cookie)
        {
            foreach (var part in header.AsSpan().Split(';'))
            {
                var pair = header.AsSpan(part).TrimStart();
                count += pair.StartsWith(name, StringComparison.Ordinal) && pair[name.Length..].TrimStart() is ['=', ..] ? 1 : 0;
            }
        }

        return count;
    }
}
