using System.Threading.RateLimiting;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>
/// Turns to look at the database for open pages: a few of a node, so that a thousand that wake at once leave the
/// connections to the pages. A portal's own bound comes first: where the looks of one hang, those that wait for it hold
/// no turn of the others (RX-06).
/// </summary>
internal sealed class LiveTurns : IDisposable
{
    public const int OfANode = 8;
    public const int OfAPortal = OfANode / 4;

    private readonly SemaphoreSlim node = new(OfANode);
    private readonly PartitionedRateLimiter<Guid> portals = PartitionedRateLimiter.Create<Guid, Guid>(portal =>
        RateLimitPartition.GetConcurrencyLimiter(portal, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = OfAPortal,

            // As many as there are open lines, which have bounds of their own.
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <returns>What to dispose when the look is done.</returns>
    public async Task<IDisposable> EnterAsync(Guid portal, CancellationToken cancellationToken)
    {
        var own = await portals.AcquireAsync(portal, 1, cancellationToken);
        try
        {
            await node.WaitAsync(cancellationToken);
            return new Turn(own, node);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        portals.Dispose();
        node.Dispose();
    }

    private sealed class Turn(RateLimitLease own, SemaphoreSlim node) : IDisposable
    {
        public void Dispose()
        {
            node.Release();
            own.Dispose();
        }
    }
}
