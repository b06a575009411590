using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Portal.Rules.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Phone;

/// <summary>What posts leave by.</summary>
public sealed record SimulatedWire(HttpMessageHandler Handler)
{
    public static SimulatedWire Real() =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
}

/// <summary>Reaches this very server over HTTP, under its public name.</summary>
public sealed class SimulatedNetwork(IServer server, SimulatedWire wire, IOptions<SiteOptions> site) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new(wire.Handler) { Timeout = Patience };

    /// <returns>Null where nobody answered.</returns>
    public Task<(HttpStatusCode Status, string Body)?> PostAsync(Uri address, IReadOnlyDictionary<string, string> fields,
        string signature, CancellationToken cancellationToken) =>
        PostAsync(address, new FormUrlEncodedContent(fields), [(VoiceSignature.Header, signature)], cancellationToken);

    /// <inheritdoc cref="PostAsync(Uri, IReadOnlyDictionary{string, string}, string, CancellationToken)"/>
    public async Task<(HttpStatusCode Status, string Body)?> PostAsync(Uri address, HttpContent content,
        IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(headers);
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(Root(), address.PathAndQuery)) { Content = content };
        post.Headers.Host = address.Authority;
        foreach (var (name, value) in headers)
        {
            post.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await http.SendAsync(post, cancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>
    /// In a container the public address leads elsewhere; where it is https, somebody else ends that and only it is
    /// right.
    /// </summary>
    private Uri Root()
    {
        var own = site.Value.BaseUrl!.Scheme == Uri.UriSchemeHttps
            ? null
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address =>
                address.StartsWith("http:", StringComparison.Ordinal));
        return own is null
            ? site.Value.BaseUrl
            : new Uri($"http://127.0.0.1:{BindingAddress.Parse(own).Port}");
    }
}
