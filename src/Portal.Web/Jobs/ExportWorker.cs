using Portal.Web.Export;

namespace Portal.Web.Jobs;

/// <summary>Looks for files to be made (HIST-3). Any number of nodes may look at once: a row is taken by one.</summary>
public sealed partial class ExportWorker(ExportRunner runner, IConfiguration configuration, TimeProvider clock, ILogger<ExportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Portal:Workers", true))
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunOnceAsync(stoppingToken);
        }
#pragma warning disable CA1031 // an exception out of a background service would end it for good; the next round tries again
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailedRound(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of exports failed")]
    private static partial void LogFailedRound(ILogger logger, Exception exception);
}
