using Portal.Web.Data;

namespace Portal.Web.Outbox;

/// <summary>Wakes this node's dispatcher as soon as a mail is committed; others find it at their next look.</summary>
public sealed class OutboxWaker : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Returns at the next ring, or after the time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => bell.WaitAsync(atMost, cancellationToken);

    public void Dispose() => bell.Dispose();
}

/// <summary>Remembers in one unit of work that mail is owed, and rings once that is true.</summary>
public sealed class OutboxSignal(OutboxWaker waker) : ICommitListener
{
    private bool owed;

    public void Owe() => owed = true;

    public void Committed()
    {
        if (owed)
        {
            owed = false;
            waker.Ring();
        }
    }
}
