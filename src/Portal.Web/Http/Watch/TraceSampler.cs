using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Portal.Web.Http.Watch;

/// <summary>
/// We choose which requests are traced: what visitors send in `traceparent` makes nothing recorded. What
/// looks into the database by the clock, for no request and no round, is no trace of its own.
/// </summary>
internal sealed class TraceSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler part = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        var isLocal = parent.TraceId != default && !parent.IsRemote;
        return (isLocal, samplingParameters.Kind) switch
        {
            (true, not ActivityKind.Server) => new SamplingResult(parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)),
            (_, ActivityKind.Client) => new SamplingResult(SamplingDecision.Drop),
            _ => part.ShouldSample(samplingParameters),
        };
    }
}
