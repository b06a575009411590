using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data;

/// <summary>
/// The time of the database, so that a lock ends and a code expires at the same moment on every node, however wrong a
/// node's own clock is (CG-08, FP-06): the system's time plus a difference that is measured again each minute.
/// </summary>
public sealed class DatabaseClock : TimeProvider
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <param name="read">Asks the database for its time.</param>
    public async Task MeasureAsync(Func<Task<DateTimeOffset>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var before = base.GetUtcNow();
        var database = await read();
        var middle = before + ((base.GetUtcNow() - before) / 2);
        Interlocked.Exchange(ref offset, (database - middle).Ticks);
    }
}

/// <summary>Keeps the clock in step; where a test has put another clock, there is nothing to do.</summary>
internal sealed partial class DatabaseClockWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DatabaseClockWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryMeasureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock is not DatabaseClock)
        {
            return;
        }

        using var timer = new PeriodicTimer(Often);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryMeasureAsync(stoppingToken);
        }
    }

    private async Task TryMeasureAsync(CancellationToken cancellationToken)
    {
        if (clock is not DatabaseClock ours)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Database.OpenConnectionAsync(cancellationToken);
            await ours.MeasureAsync(() => ReadAsync(db, cancellationToken));
        }
        catch (Exception e) when (DatabaseFailure.Of(e) != DatabaseFailureKind.None)
        {
            LogNotMeasured(log, e);
        }
    }

    private static async Task<DateTimeOffset> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db is PostgreSql.NpgsqlPortalDbContext ? "SELECT clock_timestamp()" : "SELECT SYSDATETIMEOFFSET()";
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time.ToUniversalTime()),
            var other => throw new InvalidOperationException($"No time: {other}."),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's time could not be read; the last difference stays in use")]
    private static partial void LogNotMeasured(ILogger log, Exception exception);
}
