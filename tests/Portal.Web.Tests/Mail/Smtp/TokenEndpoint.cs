using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>A provider of tokens on loopback: "token-1", "token-2" and so on, unless told otherwise.</summary>
internal sealed class TokenEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;

    private TokenEndpoint(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single() + "/token");

    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = new();

    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>What is said; {0} stands for the number of the token.</summary>
    public string Answer { get; set; } = """{"token_type":"Bearer","expires_in":3600,"access_token":"token-{0}"}""";

    public static async Task<TokenEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var endpoint = new TokenEndpoint(builder.Build());
        endpoint.app.Run(endpoint.AnswerAsync);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Asked.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            Answer.Replace("{0}", Asked.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
