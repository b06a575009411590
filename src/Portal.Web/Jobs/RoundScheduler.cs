using Microsoft.Extensions.Options;
using Portal.Web.Data.Starting;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>
/// This node's part in the cluster that wakes the rounds. It joins when the database is ready, which may be long after
/// the start (REL-2), and leaves when the node stops: what is running is asked to end, and waited for (REL-3).
/// </summary>
internal sealed partial class RoundScheduler(
    Lazy<ISchedulerFactory> factory, IEnumerable<IRound> rounds, DatabaseReadiness database, IOptions<WorkerOptions> options,
        TimeProvider clock, ILogger<RoundScheduler> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(15);

    // What runs is asked to end at once; the 30 seconds of a stop belong to the requests (REL-3).
    private static readonly TimeSpan MostToEnd = TimeSpan.FromSeconds(5);
    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is null)
        {
            return;
        }

        try
        {
            // Without a database it would not come to an end.
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(MostToEnd, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            LogNotEnded(log);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Workers)
        {
            return;
        }

        await database.WhenPrepared.WaitAsync(stoppingToken);
        await Task.Delay(options.Value.WorkersAfter, stoppingToken);
        while (!await TryJoinAsync(stoppingToken))
        {
            await Task.Delay(BetweenTries, stoppingToken);
        }
    }

    private async Task<bool> TryJoinAsync(CancellationToken stoppingToken)
    {
        try
        {
            scheduler = await factory.Value.GetScheduler(stoppingToken);
            foreach (var round in rounds)
            {
                for (var number = 1; number <= round.AtOnce; number++)
                {
                    await ScheduleAsync(scheduler, round, $"{round.Name}-{number}", clock.GetUtcNow(), stoppingToken);
                }
            }

            await scheduler.Start(stoppingToken);
            return true;
        }
#pragma warning disable CA1031 // the pages do not depend on it; it tries again
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotJoined(log, e);
            return false;
        }
    }

    /// <summary>
    /// A timetable that is there already stays as it is: a node that starts must not begin everything anew.
    /// </summary>
    /// <param name="from">By the database's time; "now" would be this machine's (FP-06).</param>
    private static async Task ScheduleAsync(IScheduler scheduler, IRound round, string name, DateTimeOffset from,
        CancellationToken cancellationToken)
    {
        if (await scheduler.GetTrigger(new TriggerKey(name), cancellationToken) is ISimpleTrigger known
            && known.RepeatInterval == round.Interval)
        {
            return;
        }

        var job = JobBuilder.Create<RoundJob>().WithIdentity(name).UsingJobData(RoundJob.Round, round.Name).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(name).StartAt(from)
            .WithSimpleSchedule(schedule => schedule.WithInterval(round.Interval).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node stops before its scheduled work has ended; another takes it up")]
    private static partial void LogNotEnded(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "This node does not take part in scheduled work yet")]
    private static partial void LogNotJoined(ILogger logger, Exception exception);
}
