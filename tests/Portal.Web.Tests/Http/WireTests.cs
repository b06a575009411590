using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

/// <summary>What only a real connection shows: the server itself, before any code of ours.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.ListenAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<string> Smuggled =>
    [
        "POST /find HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: x\r\n\r\n0\r\n\r\nGET "
            + "/privacy HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "POST /find HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: "
            + "chunked\r\n\r\n2;\nxx\r\n45\r\n0\r\n\r\nGET /privacy HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nHost: {0}\r\nX-A: a\r\n b\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nHost: {0}\r\nX-A: a\0b\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nX-A: a\r\n\r\n",
        "GET /privacy HTTP/1.1\nHost: {0}\nConnection: close\n\n",
        "GET /privacy HTTP/1.1\r\nHost: {0}\nConnection: close\r\n\r\n",
        "POST /find HTTP/1.1\r\nHost: {0}\r\nContent-Length: 8\n\r\nPortal=xGET /privacy HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nHost: {0}\r\nHost: evil.example\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nHost: evil example\r\n\r\n",
        "GET /privacy HTTP/1.1\r\nHost: {0}\r\nX-Long: {1}\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(Smuggled))]
    public async Task WB_10_WB_09_RX_03_WhatCanBeReadInTwoWays_IsRefused(string request)
    {
        var answer = await SendAsync(request.Replace("{0}", app.ClientOptions.BaseAddress.Authority, StringComparison.Ordinal)
            .Replace("{1}", new string('x', 40_000), StringComparison.Ordinal));

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("HTTP/1.1 200");
        answer.ShouldNotContain("Server:");
    }

    [Theory]
    [Trait("Review", "S8")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /t/control/login?a=b HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n")]
    [InlineData("GET //evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /find HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    public async Task WB_09_OverHttp_AForeignHostIsABadRequest_AndLeadsNowhere(string request)
    {
        await using var secure = await PortalApp.ListenAsync(
            new Dictionary<string, string?> { ["Portal:Demo"] = "false", ["Portal:BaseUrl"] = "https://portal.example.jp" });

        var answer = await SendAsync(request, secure);

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldNotContain("\r\nLocation:", Case.Insensitive);
        answer.ShouldNotContain("evil.example");
        (await SendAsync("GET /find?a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", secure))
            .ShouldContain("Location: https://portal.example.jp/find?a=b\r\n");
    }

    [Fact]
    public async Task SE_08_WB_11_ADemonstrationOverHttp_SetsCookiesWithoutPrefix_AndLeadsNowhere()
    {
        using var client = app.CreateClientWithoutRedirects();
        using var page = await client.GetAsync(new Uri(app.ClientOptions.BaseAddress, "/t/control/login"));

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        page.Headers.Contains("Server").ShouldBeFalse();
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldAllBe(cookie => !cookie.StartsWith("__", StringComparison.Ordinal)
            && !cookie.Contains("secure", StringComparison.Ordinal) && cookie.Contains("path=/t/control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FP_01_WhatIsInFlightAtAStop_IsAnswered()
    {
        using var client = app.CreateClientWithoutRedirects();
        (await client.GetAsync(new Uri(app.ClientOptions.BaseAddress, "/healthz/live"))).EnsureSuccessStatusCode();
        var requests = Enumerable.Range(0, 20).Select(_ => client.GetAsync(new Uri(app.ClientOptions.BaseAddress, "/t/control/login")))
            .ToList();
        await Task.WhenAny(requests);

        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        foreach (var request in requests)
        {
            (await request).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private Task<string> SendAsync(string request) => SendAsync(request, app);

    private static async Task<string> SendAsync(string request, PortalApp to)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, to.ClientOptions.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // The server closed the connection, as it should.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}

internal static class PlainClients
{
    public static HttpClient CreateClientWithoutRedirects(this PortalApp app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.ClientOptions.BaseAddress };
}
