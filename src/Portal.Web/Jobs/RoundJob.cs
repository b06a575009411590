using Quartz;

namespace Portal.Web.Jobs;

/// <summary>
/// What the scheduler wakes: runs the round that its data names. The same job never runs on two nodes at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class RoundJob(IEnumerable<IRound> rounds, ILogger<RoundJob> log) : IJob
{
    public const string Round = "round";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.MergedJobDataMap.GetString(Round);
        if (rounds.FirstOrDefault(round => round.Name == name) is not { } known)
        {
            LogUnknown(log, name);
            return;
        }

        try
        {
            await known.RunOnceAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node stops. What was not done yet is done in the next round, here or elsewhere.
        }
#pragma warning disable CA1031 // whatever it was, the next round tries again
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e, known.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Round} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string round);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler asks for {Round}, which this release does not know")]
    private static partial void LogUnknown(ILogger logger, string? round);
}
