using System.Collections.Concurrent;

namespace Portal.Web.Outbox;

/// <summary>
/// The messages of one channel that this node has under way. Each channel has a lane of its own, and each tenant a
/// share of it: a counterpart that hangs holds up its own messages and nobody else's (OB-04).
/// </summary>
internal sealed class OutboxLane(IOutboxChannel channel, OutboxHandler handler, OutboxWaker waker, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, UnderWay> underWay = new();

    /// <summary>Claims what is due and what there is room for, and begins it.</summary>
    /// <returns>How many messages were begun.</returns>
    public async Task<int> BeginAsync(CancellationToken cancellationToken)
    {
        var begun = 0;
        while (Room() is { Take: > 0 } room && await ClaimAsync(room, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                Begin(row);
            }

            begun += rows.Count;
        }

        return begun;
    }

    /// <summary>What is under way is brought to its end.</summary>
    public Task EndAsync() => Task.WhenAll(underWay.Values.Select(each => each.Ended.Task));

    private void Begin(ClaimedMessage row)
    {
        var under = new UnderWay(row.TenantId, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        underWay[row.Id] = under;
        _ = Task.Run(async () =>
        {
            await handler.HandleAsync(row, channel);
            underWay.TryRemove(row.Id, out _);
            under.Ended.SetResult();
            waker.Ring(channel.Channel);
        });
    }

    private async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(LaneRoom room, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxRows>()
            .ClaimAsync(channel.Channel, room.Take, room.Full, cancellationToken);
    }

    /// <summary>
    /// As many as fit even if all of them are of the tenant that has the most under way; tenants without room are left
    /// out. A single free place is not worth a look at the table while others are under way.
    /// </summary>
    private LaneRoom Room()
    {
        var byTenant = underWay.Values.CountBy(each => each.TenantId).ToList();
        var free = channel.AtOnce - byTenant.Sum(tenant => tenant.Value);
        if (free < Math.Min(channel.AtOnce, 2))
        {
            return new LaneRoom(0, []);
        }

        var (full, others) = (byTenant.Where(IsFull).Select(tenant => tenant.Key), byTenant.Where(tenant => !IsFull(tenant)));
        var most = others.Select(tenant => tenant.Value).DefaultIfEmpty(0).Max();
        return new LaneRoom(Math.Min(free, channel.AtOncePerTenant - most), [.. full]);
    }

    private bool IsFull(KeyValuePair<Guid, int> tenant) => tenant.Value >= channel.AtOncePerTenant;

    private sealed record UnderWay(Guid TenantId, TaskCompletionSource Ended);

    private sealed record LaneRoom(int Take, IReadOnlyCollection<Guid> Full);
}
