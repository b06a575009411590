using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>A message as it leaves.</summary>
/// <param name="Id">The same on every try.</param>
internal sealed record SignedWebhook(Uri Url, string Id, long Timestamp, string Signature, byte[] Body);

/// <summary>
/// The way to the receivers. It follows nothing, keeps nothing, sends no more than it is given, and reads of the answer
/// the status alone: a receiver can neither lead it elsewhere nor fill its memory.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    // The answer's text is thrown away; this much of it is waited for so that the connection serves again.
    private const int LongestAnswer = 4096;
    private const int LongestHeadersKilobytes = 16;

    private readonly WebhookNetworks networks;
    private readonly TimeSpan limit;
    private readonly HttpClient http;

    public WebhookClient(WebhookNetworks networks, IOptions<WebhookOptions> options)
    {
        (this.networks, limit) = (networks, TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        http = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<Delivery> SendAsync(SignedWebhook message, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            using var request = Request(message);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return Of((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Deferred($"No answer within {limit.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Deferred($"{e.HttpRequestError}: {(e.InnerException ?? e).Message}");
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(SignedWebhook message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Portal", "1"));
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", message.Signature);
        return request;
    }

    // Nothing of the answer's text: it is a stranger's, and would end up on the staff's screens.
    private static Delivery Of(int status) => status switch
    {
        >= 200 and < 300 => new Delivery.Accepted(),
        >= 300 and < 400 => new Delivery.Deferred($"HTTP {status}: a redirect, which is not followed."),

        // "This endpoint is no more."
        410 => new Delivery.Refused("HTTP 410"),
        _ => new Delivery.Deferred($"HTTP {status}"),
    };

    private SocketsHttpHandler Handler() => new()
    {
        // A redirect would carry the message to where nobody configured it; a proxy from the environment would undo
        // the check of addresses.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = ConnectAsync,

        // Connections are made beside the request that asked for one, and know nothing of its time limit.
        ConnectTimeout = limit,
        MaxResponseHeadersLength = LongestHeadersKilobytes,
        MaxResponseDrainSize = LongestAnswer,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),

        // A name that leads elsewhere by now is looked up again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    // The address that was checked is the one that is connected to: a name that changes its answer in between (DNS
    // rebinding) gains nothing.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellationToken)).Where(networks.Allows).ToArray();
        if (addresses.Length == 0)
        {
            throw new IOException($"\"{host}\" has no address that webhooks may reach (Portal:Webhooks:AllowedNetworks).");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
