using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Portal.Web.Accounts;

public sealed class HashGateOptions
{
    /// <summary>How many may wait for a hash; one more is turned away.</summary>
    public int Queue { get; set; } = 500;

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// Lets as many passwords be hashed at once as there are cores, and one of the same login ID at a time, existing or not:
/// an attack on one account stands in its own queue and slows nobody else (LOCK-2, RX-01). Waiting here holds no
/// database connection.
/// </summary>
public sealed class HashGate(IOptions<HashGateOptions> options) : IDisposable
{
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private int waiting;

    /// <returns>What to dispose when done, or null when too many wait or the wait was too long.</returns>
    public async Task<IDisposable?> EnterAsync(string key)
    {
        if (Interlocked.Increment(ref waiting) > options.Value.Queue)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        var lane = Join(key);
        var inLane = false;
        try
        {
            inLane = await lane.Turn.WaitAsync(options.Value.Patience);
            if (inLane && await cores.WaitAsync(options.Value.Patience))
            {
                return new Place(this, key, lane);
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        Leave(key, lane, inLane);
        return null;
    }

    public void Dispose() => cores.Dispose();

    private Lane Join(string key)
    {
        lock (lanes)
        {
            var lane = lanes.GetOrAdd(key, _ => new Lane());
            lane.Users++;
            return lane;
        }
    }

    private void Leave(string key, Lane lane, bool hadTurn)
    {
        lock (lanes)
        {
            if (hadTurn)
            {
                lane.Turn.Release();
            }

            if (--lane.Users == 0)
            {
                lanes.TryRemove(key, out _);
                lane.Turn.Dispose();
            }
        }
    }

    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Place(HashGate gate, string key, Lane lane) : IDisposable
    {
        public void Dispose()
        {
            gate.cores.Release();
            gate.Leave(key, lane, hadTurn: true);
        }
    }
}
