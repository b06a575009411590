namespace Portal.Web.Data.Connections;

/// <summary>A number of places, and a queue for them that has an end.</summary>
internal sealed class SharedPlaces(SemaphoreSlim free, ConnectionShareOptions limits)
{
    private int waiting;

    /// <returns>What to dispose when the place is needed no more.</returns>
    /// <exception cref="TimeoutException">Too many wait, or the wait was too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
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
                || !await free.WaitAsync(limits.Patience, cancellationToken))
            {
                throw new TimeoutException("The tenant has used up its share of connections.");
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
