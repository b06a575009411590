using Microsoft.Net.Http.Headers;

namespace Portal.TestKit.Web;

/// <summary>
/// A browser's cookies by the application's clock (the framework's container would go by the machine's), keeping to the
/// rules that matter here: path, Secure, age, and the __Host- and __Secure- prefixes.
/// </summary>
public sealed class CookieJar(TimeProvider time)
{
    private readonly List<SetCookieHeaderValue> cookies = [];

    public IReadOnlyList<SetCookieHeaderValue> All
    {
        get
        {
            cookies.RemoveAll(IsOld);
            return cookies;
        }
    }

    /// <summary>The value of the cookie of that name, or null.</summary>
    public string? this[string name] => All.FirstOrDefault(cookie => cookie.Name == name)?.Value.ToString();

    public void Clear() => cookies.Clear();

    public void Remove(string name) => cookies.RemoveAll(cookie => cookie.Name == name);

    /// <summary>Puts in a cookie as an attacker could who plants one.</summary>
    public void Plant(string name, string value, string path = "/") =>
        Keep(new SetCookieHeaderValue(name, value) { Path = path, Secure = true });

    public CookieJar Copy()
    {
        var copy = new CookieJar(time);
        copy.cookies.AddRange(cookies);
        return copy;
    }

    internal void Receive(Uri from, IEnumerable<string> headers)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList(headers.ToList()).Where(cookie => IsAcceptable(from, cookie)))
        {
            Keep(Aged(cookie));
        }
    }

    internal string HeaderFor(Uri uri) => string.Join("; ", All
        .Where(cookie => Covers(cookie.Path.Value ?? "/", uri.AbsolutePath) && (!cookie.Secure || uri.Scheme == Uri.UriSchemeHttps))
        .OrderByDescending(cookie => cookie.Path.Length)
        .Select(cookie => $"{cookie.Name}={cookie.Value}"));

    private static bool IsAcceptable(Uri from, SetCookieHeaderValue cookie)
    {
        var name = cookie.Name.ToString();
        var secure = cookie.Secure && from.Scheme == Uri.UriSchemeHttps;
        return (!name.StartsWith("__Host-", StringComparison.Ordinal) || (secure && cookie.Path == "/" && !cookie.Domain.HasValue))
            && (!name.StartsWith("__Secure-", StringComparison.Ordinal) || secure)
            && (!cookie.Secure || secure);
    }

    private static bool Covers(string path, string requested) =>
        requested == path
            || (requested.StartsWith(path, StringComparison.Ordinal) && (path.EndsWith('/') || requested[path.Length] == '/'));

    private SetCookieHeaderValue Aged(SetCookieHeaderValue cookie)
    {
        if (cookie.MaxAge is { } age)
        {
            cookie.Expires = time.GetUtcNow() + age;
        }

        return cookie;
    }

    private void Keep(SetCookieHeaderValue cookie)
    {
        cookies.RemoveAll(known => known.Name == cookie.Name && known.Path == cookie.Path);
        cookies.Add(cookie);
    }

    private bool IsOld(SetCookieHeaderValue cookie) => cookie.Expires <= time.GetUtcNow();
}
