using System.Diagnostics.Metrics;
using Portal.Web.Metrics;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// Listens to one of the portal's counters while it lives. Counters are of the process: tests that read them run alone.
/// </summary>
internal sealed class MeterReading : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock reading = new();
    private readonly List<(long Least, TaskCompletionSource Reached)> awaited = [];
    private long total;

    /// <param name="counter">Its name.</param>
    /// <param name="value">Only what is counted of this queue, or under this other label; null for everything.</param>
    /// <param name="label">The label that has the value.</param>
    public MeterReading(string counter, string? value = null, string label = "queue")
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == PortalMetrics.MeterName && instrument.Name == counter)
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, measured, tags, _) =>
        {
            if (value is null || tags.Contains(new(label, value)))
            {
                Add(measured);
            }
        });
        listener.Start();
    }

    public long Total => Interlocked.Read(ref total);

    /// <summary>Ends when the total is this or more.</summary>
    public Task UntilAsync(long least)
    {
        lock (reading)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (total >= least)
            {
                reached.SetResult();
            }
            else
            {
                awaited.Add((least, reached));
            }

            return reached.Task;
        }
    }

    public void Dispose() => listener.Dispose();

    private void Add(long measured)
    {
        lock (reading)
        {
            total += measured;
            foreach (var (least, reached) in awaited)
            {
                if (total >= least)
                {
                    reached.TrySetResult();
                }
            }
        }
    }
}
