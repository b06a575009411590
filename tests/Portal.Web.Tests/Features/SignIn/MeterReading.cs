using System.Diagnostics.Metrics;
using Portal.Web.Domain.Accounts.Metrics;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// Listens to one of the portal's counters while it lives. Counters are of the process: tests that read them run alone.
/// </summary>
internal sealed class MeterReading : IDisposable
{
    private readonly MeterListener listener = new();
    private long total;

    public MeterReading(string counter)
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == PortalMetrics.MeterName && instrument.Name == counter)
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref total, measured));
        listener.Start();
    }

    public long Total => Interlocked.Read(ref total);

    public void Dispose() => listener.Dispose();
}
