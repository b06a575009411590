using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.TestKit.Webhooks;

/// <param name="IsGenuine">Signed with the secret that the receiver knows.</param>
public sealed record ReceivedWebhook(string Id, long Timestamp, string Body, bool IsGenuine, IReadOnlyList<string> Headers)
{
    public JsonElement Data => JsonDocument.Parse(Body).RootElement.GetProperty("data");
}

/// <summary>
/// Another system, on loopback. It judges signatures as the text of Standard Webhooks says, with nothing of the
/// application's, keeps what it gets in order, and answers as told.
/// </summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>"whsec_" and Base64: what was agreed with the sender.</summary>
    public string Secret { get; set; } = NewSecret();

    public ConcurrentQueue<ReceivedWebhook> Received { get; } = new();

    public Uri Url => new(app.Urls.Single() + "/hooks");

    /// <summary>What becomes of a message; without a status of its own it is accepted.</summary>
    public Func<ReceivedWebhook, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.Run(receiver.ReceiveAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until so many messages have come.</summary>
    public async Task UntilAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Received.Count < count)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>As after its start, for the next test; the secret stays.</summary>
    public void Forget()
    {
        Received.Clear();
        Answer = (_, _) => Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var (id, timestamp) = (Header(context, "webhook-id"), Header(context, "webhook-timestamp"));
        var isGenuine = context.Request.Method == "POST" && IsSigned(Header(context, "webhook-signature"), $"{id}.{timestamp}.{body}");
        var received = new ReceivedWebhook(id, long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture), body, isGenuine,
            [.. context.Request.Headers.Keys]);
        Received.Enqueue(received);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        await Answer(received, context);
    }

    private bool IsSigned(string signatures, string content)
    {
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)));
        return signatures.Split(' ').Contains(expected);
    }

    private static string Header(HttpContext context, string name) => context.Request.Headers[name].Single()!;
}
