using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Http.Watch;

/// <summary>What a collector is told, byte by byte.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class Tracing : IAsyncLifetime
{
    private const string Id = "trace-u0001";
    private const string Secret = "geheim-0815";

    private readonly ConcurrentQueue<(string Path, string Body)> told = new();
    private WebApplication collector = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        collector = builder.Build();
        collector.Run(KeepAsync);
        await collector.StartAsync();
    }

    public async ValueTask DisposeAsync() => await collector.DisposeAsync();

    [Fact]
    public async Task ADMIN_13_TracesTellOfRoutesAndTheDatabase_AndOfNobody()
    {
        await using var app = await AppAsync();
        await new Account("control", Id).AddToAsync(app);
        var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/t/control/login?token={Secret}");
        request.Headers.TryAddWithoutValidation("User-Agent", Secret);
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        request.Headers.TryAddWithoutValidation("tracestate", $"a={Secret}");
        await browser.SendAsync(request);
        await browser.GetAsync($"/{Secret}");
        (await browser.TrySignInAsync("control", Id)).ShouldBe(HttpStatusCode.SeeOther);

        var traces = Told(app, "/v1/traces");

        traces.ShouldContain("http.route");
        traces.ShouldContain("login");
        traces.ShouldContain("db.system.name");
        foreach (var secret in new[] { Secret, Id, "SELECT", "INSERT", "set_config", "url.path", "url.query", "user_agent" })
        {
            traces.ShouldNotContain(secret, Case.Insensitive);
        }

        Told(app, "/v1/metrics").ShouldContain("portal.sign_ins");
    }

    [Fact]
    public async Task ADMIN_13_AVisitorsWord_MakesNothingRecorded()
    {
        await using var app = await AppAsync(("Portal:Telemetry:TraceRatio", "0"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/t/control/login");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        (await app.CreateBrowser().SendAsync(request)).ShouldBeOk();

        Told(app, "/v1/traces").ShouldBeEmpty();
    }

    private Task<PortalApp> AppAsync(params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        all["Portal:Telemetry:OtlpEndpoint"] = collector.Urls.Single();
        all["Portal:Telemetry:OtlpProtocol"] = "HttpProtobuf";
        return PortalApp.CreateAsync(all);
    }

    private string Told(PortalApp app, string path)
    {
        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return string.Concat(told.Where(body => body.Path == path).Select(body => body.Body));
    }

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        told.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
    }
}
