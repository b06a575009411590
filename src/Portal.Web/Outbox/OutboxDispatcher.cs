using Microsoft.Extensions.Options;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;

namespace Portal.Web.Outbox;

/// <summary>
/// Sends what is owed, each channel for itself. A row is claimed and committed, then sent, then settled and committed:
/// whoever dies in between leaves a lease that runs out, and the message goes again under the same id (OB-02).
/// </summary>
public sealed partial class OutboxDispatcher : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    private readonly Dictionary<OutboxChannel, OutboxLane> lanes;
    private readonly OutboxWaker waker;
    private readonly IOptions<WorkerOptions> options;
    private readonly ILogger<OutboxDispatcher> log;

    internal OutboxDispatcher(IEnumerable<IOutboxChannel> channels, OutboxHandler handler, OutboxWaker waker, IServiceScopeFactory scopes,
        IOptions<WorkerOptions> options, ILogger<OutboxDispatcher> log)
    {
        (this.waker, this.options, this.log) = (waker, options, log);
        lanes = channels.ToDictionary(channel => channel.Channel, channel => new OutboxLane(channel, handler, waker, scopes));
    }

    /// <summary>Handles what is due now and there is room for, in every channel.</summary>
    /// <returns>How many messages were handled; 0 when nothing was due.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(lanes.Keys.Select(channel => RunOnceAsync(channel, cancellationToken)))).Sum();

    /// <summary>The same in one of them.</summary>
    public async Task<int> RunOnceAsync(OutboxChannel channel, CancellationToken cancellationToken)
    {
        var begun = await lanes[channel].BeginAsync(cancellationToken);
        await lanes[channel].EndAsync();
        return begun;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Workers)
        {
            await Task.WhenAll(lanes.Select(lane => RunAsync(lane.Key, lane.Value, stoppingToken)));
        }
    }

    private async Task RunAsync(OutboxChannel channel, OutboxLane lane, CancellationToken stoppingToken)
    {
        // What is owed from before the start waits for one look more: the node's first page comes first (PERF-5).
        for (var pause = Poll; await IsTimeAsync(channel, pause, stoppingToken);)
        {
            pause = await TryAsync(channel, lane, stoppingToken) ? Poll : PauseAfterFailure;
        }

        await lane.EndAsync();
    }

    private async Task<bool> IsTimeAsync(OutboxChannel channel, TimeSpan pause, CancellationToken stoppingToken)
    {
        await waker.WaitAsync(channel, pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }

    // An exception out of here would stop the whole application; the database may just be away.
    private async Task<bool> TryAsync(OutboxChannel channel, OutboxLane lane, CancellationToken stoppingToken)
    {
        try
        {
            await lane.BeginAsync(stoppingToken);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was claimed and not begun is taken up when its lease is over.
            return true;
        }
#pragma warning disable CA1031 // any other way of failing is tried again at the next look
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailedRound(e, channel);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Channel} messages could not be looked for.")]
    private partial void LogFailedRound(Exception e, OutboxChannel channel);
}
