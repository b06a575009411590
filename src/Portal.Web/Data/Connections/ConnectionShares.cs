using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Portal.Web.Data.Connections;

public sealed class ConnectionShareOptions
{
    /// <summary>
    /// Transactions of one tenant at once on this node; about half
    /// of the pool, so that there is always one for another tenant.
    /// </summary>
    public int TenantShare { get; set; } = 24;

    /// <summary>How many may wait for their tenant's share; one more is turned away.</summary>
    public int TenantQueue { get; set; } = 200;

    public TimeSpan TenantPatience { get; set; } = TimeSpan.FromSeconds(5);

    internal bool AreUsable => TenantShare > 0 && TenantQueue >= 0 && TenantPatience > TimeSpan.Zero;
}

/// <summary>
/// A tenant's share of the node's connections: whoever comes after waits without one, so that a tenant under load, or
/// under attack, leaves the others served (RX-05, RX-06). Work that belongs to no tenant is not limited.
/// </summary>
public sealed class ConnectionShares(IOptions<ConnectionShareOptions> options)
{
    private readonly ConcurrentDictionary<Guid, Share> shares = new();

    /// <returns>What to dispose with the transaction; null for work of no tenant.</returns>
    /// <exception cref="TimeoutException">Too many wait, or the wait was too long.</exception>
    public async Task<IDisposable?> EnterAsync(Guid tenantId, CancellationToken cancellationToken = default)
    {
        if (tenantId == Guid.Empty)
        {
            return null;
        }

        var share = shares.GetOrAdd(tenantId, _ => new Share(new SemaphoreSlim(options.Value.TenantShare)));
        if (!share.Places.Wait(0, CancellationToken.None))
        {
            await WaitAsync(share, cancellationToken);
        }

        return new Place(share.Places);
    }

    private async Task WaitAsync(Share share, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref share.Waiting) > options.Value.TenantQueue
                || !await share.Places.WaitAsync(options.Value.TenantPatience, cancellationToken))
            {
                throw new TimeoutException("The tenant has used up its share of connections.");
            }
        }
        finally
        {
            Interlocked.Decrement(ref share.Waiting);
        }
    }

    private sealed class Share(SemaphoreSlim places)
    {
        public int Waiting;

        public SemaphoreSlim Places { get; } = places;
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
