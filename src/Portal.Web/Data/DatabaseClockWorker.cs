namespace Portal.Web.Data;

/// <summary>Keeps the clock in step: looks each second whether it must ask again.</summary>
internal sealed partial class DatabaseClockWorker(DatabaseClockReader reader, TimeProvider clock, ILogger<DatabaseClockWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private bool failed;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock is not DatabaseClock)
        {
            return;
        }

        using var timer = new PeriodicTimer(BetweenLooks);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var measured = await reader.TryMeasureAsync(cancellationToken);
        if (!measured && !failed)
        {
            LogNotMeasured(log);
        }

        failed = !measured;
    }

    // Once for each time that the database is away: it may be away for hours.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's time could not be read; what it last said is counted on")]
    private static partial void LogNotMeasured(ILogger log);
}
