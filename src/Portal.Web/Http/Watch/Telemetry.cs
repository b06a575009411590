using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Portal.Web.Http.Hosting;
using Portal.Web.Metrics;

namespace Portal.Web.Http.Watch;

/// <summary>Metrics and traces, for those who were named; where nobody was, nothing is measured (ADMIN-13).</summary>
internal static class Telemetry
{
    // Npgsql's own meter is left out: it names its pools by their connection strings.
    private static readonly string[] Meters =
        [PortalMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private static readonly string[] Sources = [PortalMetrics.MeterName, SpansWithoutPeople.Database, "System.Net.Http"];

    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.Problem() is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        if (!options.IsUsed)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("portal"))
            .WithMetrics(metrics => Measure(metrics, options));
        if (options.OtlpEndpoint is not null)
        {
            telemetry.WithTracing(tracing => Trace(tracing, options));
        }

        if (options.MetricsPort is not null)
        {
            builder.Services.AddHostedService(provider => new MetricsServer(options, provider));
        }
    }

    private static void Measure(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        metrics.AddMeter(Meters);
        if (options.MetricsPort is not null)
        {
            metrics.AddPrometheusExporter();
        }

        if (options.OtlpEndpoint is not null)
        {
            metrics.AddOtlpExporter(exporter => options.Address(exporter, "metrics"));
        }
    }

    // A processor works before the exporter that comes behind it.
    private static void Trace(TracerProviderBuilder tracing, TelemetryOptions options) => tracing
        .SetSampler(new TraceSampler(options.TraceRatio))
        .AddSource(Sources)
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments(Health.Path))
        .AddProcessor(new SpansWithoutPeople())
        .AddOtlpExporter(exporter => options.Address(exporter, "traces"));
}
