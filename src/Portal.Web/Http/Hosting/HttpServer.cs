using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Watch;

namespace Portal.Web.Http.Hosting;

public static class HttpServer
{
    /// <summary>
    /// A line that ends in LF alone is two things to two servers, and so a way to smuggle a request (WB-10).
    /// </summary>
    private const string NoBareLineFeeds = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    public const int LargestBody = 1024 * 1024;
    private const int LongestHeaders = 32 * 1024;
    private const int MostConnections = 5000;
    private const double SlowestBytesPerSecond = 240;
    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(30);

    /// <summary>The server's limits (defaults.md), and how it stops.</summary>
    public static WebApplicationBuilder AddPortalServer(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AppContext.SetSwitch(NoBareLineFeeds, true);
        builder.WebHost.ConfigureKestrel(Limit);

        // Until published, the compressed copies of css and js lie beside the build and not in wwwroot: outside
        // Development a browser that accepts gzip would get an empty file.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<NodeOptions>>((options, node) =>
        {
            options.ShutdownTimeout = Drain + TimeSpan.FromSeconds(node.Value.ShutdownNoticeSeconds);

            // One worker's mistake must not take the pages down (FP-09).
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.AddPortalLogging();
        builder.AddPortalTelemetry();
        return builder;
    }

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        server.Limits.MaxConcurrentConnections = MostConnections;
        server.Limits.RequestHeadersTimeout = HeaderTime;
        server.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, TimeSpan.FromSeconds(5));
        server.Limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, TimeSpan.FromSeconds(5));
    }
}
