using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Portal.Web.Metrics;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>
/// What the scheduler wakes: runs the round that its data names. The same job never runs on two nodes at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class RoundJob(IEnumerable<IRound> rounds, TimeProvider clock, ILogger<RoundJob> log) : IJob
{
    public const string Round = "round";

    private static readonly ConcurrentDictionary<string, byte> Unknown = new();

    private static readonly Histogram<double> Durations = PortalMetrics.CreateSeconds(
        "portal.jobs.duration", "How long a round took, by round and outcome: done, stopped, failed");

    private static readonly Counter<long> Handled = PortalMetrics.Meter.CreateCounter<long>(
        "portal.jobs.handled", description: "Accounts, rows or files that rounds did something to, by round");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.MergedJobDataMap.GetString(Round);
        if (rounds.FirstOrDefault(round => round.Name == name) is not { } known)
        {
            // Of a newer release that another node has, or of an older one: said once, as it is asked for ever.
            if (Unknown.TryAdd(name ?? "", 0))
            {
                LogUnknown(log, name);
            }

            return;
        }

        var began = clock.GetTimestamp();
        var outcome = await RunAsync(known, cancellationToken);
        Durations.Record(clock.GetElapsedTime(began).TotalSeconds, new("round", known.Name), new("outcome", outcome));
    }

    private async Task<string> RunAsync(IRound known, CancellationToken cancellationToken)
    {
        using var span = PortalMetrics.Work.StartActivity($"round {known.Name}");
        try
        {
            Handled.Add(await known.RunOnceAsync(cancellationToken), new KeyValuePair<string, object?>("round", known.Name));
            return "done";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node stops. What was not done yet is done in the next round, here or elsewhere.
            return "stopped";
        }
#pragma warning disable CA1031 // whatever it was, the next round tries again
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e, known.Name);
            return "failed";
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Round} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string round);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler asks for {Round}, which this release does not know")]
    private static partial void LogUnknown(ILogger logger, string? round);
}
