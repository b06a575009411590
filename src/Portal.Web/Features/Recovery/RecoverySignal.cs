namespace Portal.Web.Features.Recovery;

/// <summary>Wakes this node's worker as soon as a request is in; the other nodes look by themselves.</summary>
public sealed class RecoverySignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    public Task RaiseAsync()
    {
        if (raised.CurrentCount == 0)
        {
            try
            {
                raised.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else has just raised it.
            }
        }

        return Task.CompletedTask;
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => raised.WaitAsync(atMost, cancellationToken);

    public void Dispose() => raised.Dispose();
}
