using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Portal.Web.Http.Watch;

/// <summary>
/// Answers /metrics on a port of its own and nothing else. The public server does not know the address, whatever a
/// request says of its host or port (WB-15).
/// </summary>
internal sealed class MetricsServer : IHostedService, IDisposable
{
    public const string Path = "/metrics";

    private const int MostConnections = 20;

    private readonly KestrelServer server;
    private readonly RequestDelegate answer;

    public MetricsServer(TelemetryOptions options, IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>();
        var limits = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        limits.Limits.MaxConcurrentConnections = MostConnections;
        limits.Limits.MaxRequestBodySize = 0;
        limits.Listen(IPAddress.Parse(options.MetricsAddress), options.MetricsPort!.Value);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), log);
        server = new KestrelServer(Options.Create(limits), sockets, log);
        var meters = services.GetRequiredService<MeterProvider>();
        answer = new ApplicationBuilder(services).UseOpenTelemetryPrometheusScrapingEndpoint(
            meters, predicate: null, Path, configureBranchedPipeline: null, optionsName: null).Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => server.StartAsync(new Scrape(answer), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    private sealed class Scrape(RequestDelegate answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
