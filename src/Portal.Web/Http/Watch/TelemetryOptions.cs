using System.Net;
using OpenTelemetry.Exporter;

namespace Portal.Web.Http.Watch;

/// <summary>Whom the node tells how it is: a Prometheus that asks, a collector that is told (ADMIN-13).</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Portal:Telemetry";

    /// <summary>The port of /metrics, which is nothing but that. Without one there are no metrics to ask for.</summary>
    public int? MetricsPort { get; set; }

    /// <summary>The address of this machine on which it listens.</summary>
    public string MetricsAddress { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>The collector that metrics and traces are sent to (OTLP). Without one there are no traces.</summary>
    public Uri? OtlpEndpoint { get; set; }

    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>What the collector asks for to let us in, as name=value,name=value. Secret.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>The part of requests of which a trace is kept, 0 to 1.</summary>
    public double TraceRatio { get; set; } = 1;

    internal bool IsUsed => MetricsPort is not null || OtlpEndpoint is not null;

    internal string? Problem() => this switch
    {
        { MetricsPort: < 1 or > 65535 } => $"{Section}:MetricsPort must be 1 to 65535.",
        _ when !IPAddress.TryParse(MetricsAddress, out _) => $"{Section}:MetricsAddress must be an address of this machine.",
        { OtlpEndpoint: { } endpoint } when !IsHttp(endpoint) => $"{Section}:OtlpEndpoint must begin with https:// or http://.",
        { TraceRatio: not (>= 0 and <= 1) } => $"{Section}:TraceRatio must be 0 to 1.",
        _ => null,
    };

    private static bool IsHttp(Uri endpoint) => endpoint is { IsAbsoluteUri: true, Scheme: "https" or "http" };

    /// <summary>The address of one kind of signal: over gRPC they share one, over HTTP each has its own.</summary>
    internal void Address(OtlpExporterOptions exporter, string signal)
    {
        exporter.Protocol = OtlpProtocol;
        exporter.Headers = OtlpHeaders;
        exporter.Endpoint = OtlpProtocol == OtlpExportProtocol.Grpc
            ? OtlpEndpoint!
            : new Uri($"{OtlpEndpoint!.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
    }
}
