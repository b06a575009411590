using System.Net;
using Microsoft.Net.Http.Headers;

namespace Portal.TestKit.Web;

/// <summary>
/// Someone at a browser: one cookie jar, one network address, one browser name. Redirects are followed only when asked.
/// </summary>
public sealed class PortalBrowser
{
    private readonly PortalApp app;

    internal PortalBrowser(PortalApp app, CookieJar? cookies = null) => (this.app, Cookies) = (app, cookies ?? new CookieJar(app.Time));

    public CookieJar Cookies { get; }

    internal PortalApp App => app;

    /// <summary>Where the requests come from (203.0.113.0/24 is reserved for examples).</summary>
    public IPAddress Address { get; set; } = IPAddress.Parse("203.0.113.10");

    /// <summary>
    /// Where requests really go, such as a reverse proxy in front of nodes of their own; null for the application of
    /// the test.
    /// </summary>
    public Uri? Through { get; init; }

    public string UserAgent { get; set; } = "Mozilla/5.0 (X11; Linux x86_64) Portal.TestKit/1.0";

    /// <summary>Whose page the browser says a form comes from.</summary>
    public string Origin { get; set; } = PortalApp.BaseAddress.GetLeftPart(UriPartial.Authority);

    public string Languages { get; set; } = "ja";

    /// <summary>The same person, cookies and all, reaching another node.</summary>
    public PortalBrowser At(PortalApp node) => new(node, Cookies) { Address = Address, UserAgent = UserAgent, Languages = Languages };

    /// <summary>The same browser as it is now, whatever answers come to it later.</summary>
    public PortalBrowser Now() =>
        new(app, Cookies.Copy()) { Address = Address, UserAgent = UserAgent, Languages = Languages, Origin = Origin };

    public Task<PortalPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fields as an attacker's page or a program would send them: nothing is added.</summary>
    public Task<PortalPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <param name="request">As it is, with what a browser adds.</param>
    /// <param name="hangUp">The line is cut, and the other end learns of it.</param>
    public async Task<PortalPage> SendAsync(HttpRequestMessage request, CancellationToken hangUp = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = new Uri(PortalApp.BaseAddress, request.RequestUri!);
        Introduce(request);
        using var client = new HttpClient(Handler());
        var address = request.RequestUri;
        if (Through is { } through)
        {
            (request.Headers.Host, request.RequestUri) = (address.Authority, new Uri(through, address.PathAndQuery));
        }

        using var response = await client.SendAsync(request, hangUp);
        request.RequestUri = address;
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var cookies))
        {
            Cookies.Receive(request.RequestUri, cookies);
        }

        return await PortalPage.ReadAsync(this, request, response);
    }

    /// <summary>What a script of the page keeps open.</summary>
    public Task<ServerEvents> ListenAsync(string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(PortalApp.BaseAddress, path));
        request.Headers.TryAddWithoutValidation(HeaderNames.Accept, "text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        Introduce(request);
        return ServerEvents.OpenAsync(new HttpClient(app.Server.CreateHandler(context => context.Connection.RemoteIpAddress = Address)),
            request);
    }

    private HttpMessageHandler Handler() => Through is null
        ? app.Server.CreateHandler(context => context.Connection.RemoteIpAddress = Address)
        : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    private void Introduce(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation(HeaderNames.UserAgent, UserAgent);
        request.Headers.TryAddWithoutValidation(HeaderNames.AcceptLanguage, Languages);
        request.Headers.TryAddWithoutValidation(HeaderNames.Accept, "text/html,*/*;q=0.8");
        if (request.Method != HttpMethod.Get && !request.Headers.Contains(HeaderNames.Origin))
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.Origin, Origin);
        }

        if (Cookies.HeaderFor(request.RequestUri!) is { Length: > 0 } cookies && !request.Headers.Contains(HeaderNames.Cookie))
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.Cookie, cookies);
        }
    }
}
