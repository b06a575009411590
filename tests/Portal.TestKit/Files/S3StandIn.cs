using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.TestKit.Files;

/// <summary>
/// A bucket on loopback that speaks as much of S3's REST as a store of files needs. It looks at what is signed and
/// whether the content is the one that was, not at the signature itself.
/// </summary>
public sealed class S3StandIn : IAsyncDisposable
{
    public const string Bucket = "portal-files";
    public const string AccessKey = "stand-in-access";
    public const string SecretKey = "stand-in-secret";

    private readonly WebApplication app;
    private int failures;

    private S3StandIn(WebApplication app) => this.app = app;

    /// <summary>What lies in the bucket, by name.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>What it refused because it was not signed as it should be.</summary>
    public ConcurrentQueue<string> NotSigned { get; } = new();

    public string Url => app.Urls.Single();

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>So many requests fail from now on, as of a server that is overloaded.</summary>
    public int Failures
    {
        get => failures;
        set => failures = value;
    }

    public static async Task<S3StandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bucket = new S3StandIn(builder.Build());
        bucket.app.Run(bucket.AnswerAsync);
        await bucket.app.StartAsync();
        return bucket;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        await Task.Delay(Delay, context.RequestAborted);
        if (!IsSigned(context.Request, body.ToArray()))
        {
            NotSigned.Enqueue(context.Request.Path);
            await RefuseAsync(context.Response, StatusCodes.Status403Forbidden, "AccessDenied");
            return;
        }

        if (Interlocked.Decrement(ref failures) >= 0)
        {
            await RefuseAsync(context.Response, StatusCodes.Status503ServiceUnavailable, "SlowDown");
            return;
        }

        await DoAsync(context, context.Request.Path.Value![(Bucket.Length + 2)..], body.ToArray());
    }

    private async Task DoAsync(HttpContext context, string name, byte[] body)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                Objects[name] = body;
                context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
                break;
            case "GET" when Objects.TryGetValue(name, out var found):
                context.Response.ContentLength = found.Length;
                await context.Response.Body.WriteAsync(found);
                break;
            case "DELETE":
                Objects.TryRemove(name, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                await RefuseAsync(context.Response, StatusCodes.Status404NotFound, "NoSuchKey");
                break;
        }
    }

    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var authorization = request.Headers.Authorization.ToString();
        return request.Path.StartsWithSegments("/" + Bucket, StringComparison.Ordinal)
            && authorization.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal)
            && authorization.Contains("SignedHeaders=", StringComparison.Ordinal)
            && authorization.Contains("x-amz-content-sha256", StringComparison.Ordinal)
            && authorization.Contains("Signature=", StringComparison.Ordinal)
            && request.Headers["x-amz-date"].ToString().Length == 16
            && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(body));
    }

    private static Task RefuseAsync(HttpResponse response, int status, string code)
    {
        (response.StatusCode, response.ContentType) = (status, "application/xml");
        return response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }
}
