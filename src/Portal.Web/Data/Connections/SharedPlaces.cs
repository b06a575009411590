using System.Diagnostics;
using System.Diagnostics.Metrics;
using Portal.Web.Metrics;

namespace Portal.Web.Data.Connections;

/// <summary>A number of places, and a queue for them that has an end.</summary>
/// <param name="share">The word for it in the metrics.</param>
internal sealed class SharedPlaces(string share, SemaphoreSlim free, ConnectionShareOptions limits)
{
    private static readonly UpDownCounter<long> HeldNow = PortalMetrics.Meter.CreateUpDownCounter<long>(
        "portal.connections.held", description: "Places of tenants' shares of connections that are taken, by share");

    private static readonly UpDownCounter<long> WaitingNow = PortalMetrics.Meter.CreateUpDownCounter<long>(
        "portal.connections.waiting", description: "Waiting for a place of a tenant's share of connections, by share");

    private static readonly Counter<long> Refusals = PortalMetrics.Meter.CreateCounter<long>(
        "portal.connections.refusals", description: "Turned away because a tenant's share was used up, by share");

    private static readonly Histogram<double> Waits = PortalMetrics.CreateSeconds(
        "portal.connections.wait", "How long a place was waited for where none was free, by share");

    private readonly KeyValuePair<string, object?> tag = new("share", share);
    private int waiting;

    /// <returns>What to dispose when the place is needed no more.</returns>
    /// <exception cref="TimeoutException">Too many wait, or the wait was too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!free.Wait(0, CancellationToken.None))
        {
            await WaitAsync(cancellationToken);
        }

        return new Place(free, tag);
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        WaitingNow.Add(1, tag);
        try
        {
            if (Interlocked.Increment(ref waiting) > limits.TenantQueue
                || !await free.WaitAsync(limits.Patience, cancellationToken))
            {
                Refusals.Add(1, tag);
                throw new TimeoutException("The tenant has used up its share of connections.");
            }

            Waits.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tag);
        }
        finally
        {
            WaitingNow.Add(-1, tag);
            Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class Place : IDisposable
    {
        private readonly SemaphoreSlim free;
        private readonly KeyValuePair<string, object?> tag;

        public Place(SemaphoreSlim free, KeyValuePair<string, object?> tag)
        {
            (this.free, this.tag) = (free, tag);
            HeldNow.Add(1, tag);
        }

        public void Dispose()
        {
            HeldNow.Add(-1, tag);
            free.Release();
        }
    }
}
