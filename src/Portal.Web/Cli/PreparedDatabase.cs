using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

/// <summary>
/// Brings database and node together before the first request: schema, keys, profiles and what else registered itself
/// as a start step. Where the database is away the node starts all the same, unready, and tries again (REL-2); what
/// else is wrong ends it, now or when the database is back: it would never be ready, and nobody would start it anew
/// (FP-08).
/// </summary>
internal sealed partial class PreparedDatabase(
    StartSteps steps, DatabaseConnections connections, DatabaseReadiness database, DatabaseClockReader clock,
        IOptions<DatabaseOptions> options, IHostEnvironment environment, IHostApplicationLifetime lifetime, NodeEnd end,
        ILogger<PreparedDatabase> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);
    private bool prepared;

    private bool Migrates => options.Value.MigrateAtStart || environment.IsDevelopment();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!prepared)
        {
            await Task.Delay(BetweenTries, stoppingToken);
            if (!await TryOrEndAsync(stoppingToken))
            {
                return;
            }
        }
    }

    private async Task<bool> TryOrEndAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryAsync(stoppingToken);
            return true;
        }
#pragma warning disable CA1031 // thrown from here it would be nobody's; at the first try it ends the start by itself
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNever(log, e);
            end.Failed();
            lifetime.StopApplication();
            return false;
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

    [LoggerMessage(Level = LogLevel.Critical, Message = "The start cannot be completed: this node stops")]
    private static partial void LogNever(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The start is not complete: {Obstacle}")]
    private static partial void LogNotYet(ILogger log, string obstacle);
}
