using Microsoft.Extensions.Options;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>
/// Listens while somebody has a case open on this node, and lets each open page give a sign of life in its own turn:
/// one clock for all of them.
/// </summary>
internal sealed class CaseFeedWorker(ICaseFeed feed, CaseWatches watches, IOptions<LiveOptions> options, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await watches.WaitForOneAsync(stoppingToken);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var listening = feed.RunAsync(watches, enough.Token);
            await BeatAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await enough.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeatAsync(CancellationToken stoppingToken)
    {
        var heartbeat = options.Value.Heartbeat;
        using var timer = new PeriodicTimer(heartbeat / 4 < LongestStep ? heartbeat / 4 : LongestStep, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken) && !watches.AreNone)
        {
            watches.RingQuiet(heartbeat);
        }
    }
}
