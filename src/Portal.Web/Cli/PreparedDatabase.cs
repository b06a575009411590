using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

/// <summary>
/// Brings database and node together before the first request: schema, keys, profiles and what else registered itself
/// as a start step. It begins before the server is put together and goes on beside it; the port is opened after its
/// first try (<see cref="ServerAfterStart"/>). Where the database is away the node starts all the same, unready, and
/// tries again (REL-2).
/// </summary>
internal sealed partial class PreparedDatabase(
    StartSteps steps, DatabaseConnections connections, DatabaseReadiness database, DatabaseClockReader clock,
        IOptions<DatabaseOptions> options, IHostEnvironment environment, IHostApplicationLifetime life, ILogger<PreparedDatabase> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);
    private Task? first;
    private bool prepared;

    private bool Migrates => options.Value.MigrateAtStart || environment.IsDevelopment();

    /// <summary>Begins, where that has not been done.</summary>
    /// <returns>
    /// What ends with the first try, whether the database was there or not; it fails with what no later try would mend.
    /// </returns>
    public Task Begin() => first ??= Task.Run(() => TryAsync(life.ApplicationStopping));

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Begin();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>A start that cannot succeed fails here, too, where the port is none of ours.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => Begin().WaitAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Begin().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!prepared && !Begin().IsFaulted)
        {
            await Task.Delay(BetweenTries, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Migrates)
            {
                await DatabaseMigrator.MigrateAsync(connections.Provider, connections.Owner ?? connections.App, cancellationToken);
            }

            if (await database.FindObstacleAsync(cancellationToken) is { } obstacle)
            {
                LogNotYet(log, obstacle);
                return;
            }

            // Not by this machine's clock: nobody is let in before it is known what time it is (FP-06).
            await clock.MeasureAsync(cancellationToken);
            await steps.RunAsync(cancellationToken);
            prepared = true;
            database.Prepared();
        }
        catch (Exception e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Unavailable)
        {
            LogNotYet(log, "the database does not answer");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The start is not complete: {Obstacle}")]
    private static partial void LogNotYet(ILogger log, string obstacle);
}
