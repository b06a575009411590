using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Portal.Web.Metrics;

/// <summary>
/// What operators are shown: numbers and spans, never of whom. A label is a word of the code or a tenant (ADMIN-13).
/// </summary>
public static class PortalMetrics
{
    public const string MeterName = "Portal";

    // What is measured here takes milliseconds when all is well, and seconds when it is not.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

    public static Meter Meter { get; } = new(MeterName);

    /// <summary>Work that no request began.</summary>
    public static ActivitySource Work { get; } = new(MeterName);

    public static Histogram<double> CreateSeconds(string name, string description) => Meter.CreateHistogram(
        name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
}
