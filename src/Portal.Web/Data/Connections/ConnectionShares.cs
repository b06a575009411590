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
/// under attack, leaves the others served (RX-05, RX-06). A sixth of it strangers never take, and they fill only a
/// queue of their own: however many they are, those whom the tenant knows go on (CG-11). Work that belongs to no tenant
/// is not limited.
/// </summary>
public sealed class ConnectionShares(IOptions<ConnectionShareOptions> options)
{
    private const int KeptFromStrangers = 6;

    private readonly ConcurrentDictionary<Guid, Share> shares = new();

    /// <param name="stranger">Comes from a visitor who has shown nothing that this tenant gave out.</param>
    /// <returns>What to dispose with the transaction; null for work of no tenant.</returns>
    /// <exception cref="TimeoutException">Too many wait, or the wait was too long.</exception>
    public async Task<IDisposable?> EnterAsync(Guid tenantId, bool stranger = false, CancellationToken cancellationToken = default)
    {
        if (tenantId == Guid.Empty)
        {
            return null;
        }

        var share = shares.GetOrAdd(tenantId, _ => new Share(options.Value));
        if (!stranger)
        {
            return await share.All.TakeAsync(cancellationToken);
        }

        var among = await share.Strangers.TakeAsync(cancellationToken);
        try
        {
            return new Both(among, await share.All.TakeAsync(cancellationToken));
        }
        catch
        {
            among.Dispose();
            throw;
        }
    }

    private sealed class Share(ConnectionShareOptions limits)
    {
        public Places All { get; } = new(new SemaphoreSlim(limits.TenantShare), limits);

        public Places Strangers { get; } =
            new(new SemaphoreSlim(limits.TenantShare - (limits.TenantShare / KeptFromStrangers)), limits);
    }

    private sealed class Places(SemaphoreSlim free, ConnectionShareOptions limits)
    {
        private int waiting;

        public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
        {
            if (!free.Wait(0, CancellationToken.None))
            {
                await WaitAsync(cancellationToken);
            }

            return new Place(free);
        }

        private async Task WaitAsync(CancellationToken cancellationToken)
        {
            try
            {
                if (Interlocked.Increment(ref waiting) > limits.TenantQueue
                    || !await free.WaitAsync(limits.TenantPatience, cancellationToken))
                {
                    throw new TimeoutException("The tenant has used up its share of connections.");
                }
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            second.Dispose();
            first.Dispose();
        }
    }
}
