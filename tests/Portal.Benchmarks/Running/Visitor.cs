using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Running;

/// <summary>
/// Somebody who asks one subject, as the proxy in front of it would pass that on. Keeps the cookies it is given.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies = [];

    public Visitor(Uri address, string? host = null)
    {
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5)
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Benchmark/1.0");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        if (host is not null)
        {
            client.DefaultRequestHeaders.Host = host;
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.10");
        }
    }

    public string Cookies => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public async Task<HttpStatusCode> StatusAsync(string path, CancellationToken cancellationToken = default)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Sends one request; with everything that is in the jar unless it says otherwise.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        if (!request.Headers.Contains("Cookie") && cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        return await client.SendAsync(request, until);
    }

    public async Task<string> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request);
        Keep(answer);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    /// <summary>The token of the form on a page; its cookie goes into the jar.</summary>
    public async Task<string> TokenAsync(string path) => Token().Match(await PageAsync(path)) is { Success: true } found
        ? WebUtility.HtmlDecode(found.Groups["value"].Value)
        : throw new InvalidOperationException($"{path} has no form.");

    public void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input[^>]*name="__RequestVerificationToken"[^>]*value="(?<value>[^"]+)""")]
    private static partial Regex Token();
}
