using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox;

/// <summary>
/// Wakes a channel of this node as soon as a message is committed; others find it at their next look.
/// </summary>
public sealed class OutboxWaker : IDisposable
{
    private readonly Dictionary<OutboxChannel, SemaphoreSlim> bells =
        Enum.GetValues<OutboxChannel>().ToDictionary(channel => channel, _ => new SemaphoreSlim(0, 1));

    public void Ring(OutboxChannel channel)
    {
        try
        {
            bells[channel].Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Returns at the next ring, or after the time.</summary>
    public Task WaitAsync(OutboxChannel channel, TimeSpan atMost, CancellationToken cancellationToken) =>
        bells[channel].WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        foreach (var bell in bells.Values)
        {
            bell.Dispose();
        }
    }
}
