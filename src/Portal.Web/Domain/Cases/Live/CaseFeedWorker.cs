using Microsoft.Extensions.Options;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>
/// Listens while somebody has a case open on this node, and lets each open page give a sign of life in its own turn:
/// one clock for all of them. Where either ends though pages are open, both begin again.
/// </summary>
internal sealed partial class CaseFeedWorker(ICaseFeed feed, CaseWatches watches, IOptions<LiveOptions> options, TimeProvider clock,
    ILogger<CaseFeedWorker> log) : BackgroundService
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await watches.WaitForOneAsync(stoppingToken);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var (listening, beating) = (feed.RunAsync(watches, enough.Token), BeatAsync(enough.Token));
            var first = await Task.WhenAny(listening, beating);
            var isOver = first == beating && beating.IsCompletedSuccessfully;
            if (!isOver && !stoppingToken.IsCancellationRequested)
            {
                LogStopped(log, first.Exception, Pause);
            }

            await enough.CancelAsync();
            await Task.WhenAll(listening, beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isOver)
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>Until no page is open.</summary>
    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var heartbeat = options.Value.Heartbeat;
        using var timer = new PeriodicTimer(heartbeat / 4 < LongestStep ? heartbeat / 4 : LongestStep, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken) && !watches.AreNone)
        {
            watches.RingQuiet(heartbeat);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing is told of open cases; it begins again in {Pause}")]
    private static partial void LogStopped(ILogger log, Exception? exception, TimeSpan pause);
}
