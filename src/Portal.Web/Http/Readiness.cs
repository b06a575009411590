using Portal.Web.Data;

namespace Portal.Web.Http;

/// <summary>Whether this node wants requests: its start is complete, it is not about to stop, and its database fits (FP-01, FP-04).</summary>
public sealed partial class Readiness(DatabaseReadiness database, ILogger<Readiness> log)
{
    private volatile bool started;
    private volatile bool stopping;

    public void Started() => started = true;

    public void Stopping() => stopping = true;

    /// <returns>What speaks against it, for the log; null when nothing does.</returns>
    public async Task<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        var obstacle = stopping ? "the node is about to stop" : await database.FindObstacleAsync(cancellationToken) ?? (started ? null : "the start is not complete");
        if (obstacle is not null)
        {
            LogNotReady(log, obstacle);
        }

        return obstacle;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Obstacle}")]
    private static partial void LogNotReady(ILogger log, string obstacle);
}
