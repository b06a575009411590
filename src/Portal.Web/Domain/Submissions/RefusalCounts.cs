using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Submissions;

/// <summary>
/// Records the numbers of this node's <see cref="RefusalTally"/>: when their minute is over, and when the node stops.
/// </summary>
public sealed partial class RefusalCounts(TenantWork work, RefusalTally tally, TimeProvider clock, ILogger<RefusalCounts> log)
    : BackgroundService
{
    private const string Name = "refusals";
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(20);

    /// <summary>One row for each minute, address and kind, bearing the time of the last that it counts.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> RecordAsync(DateTimeOffset now)
    {
        var written = 0;
        foreach (var counted in tally.TakeBefore(now).GroupBy(each => each.Tenant.Id))
        {
            written += await TryRecordAsync(counted.First().Tenant, [.. counted]);
        }

        return written;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (clock is DatabaseClock)
        {
            await RecordAsync(DateTimeOffset.MaxValue);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Where a test has put another clock, it says itself when a minute is over.
        if (clock is not DatabaseClock)
        {
            return;
        }

        using var timer = new PeriodicTimer(Often);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RecordAsync(clock.GetUtcNow());
        }
    }

    private async Task<int> TryRecordAsync(PortalTenant tenant, IReadOnlyList<CountedRefusals> counted)
    {
        try
        {
            return await work.RunAsync(tenant, WorkActor.System(Name), services =>
            {
                var (audit, actor) = (services.GetRequiredService<AuditLog>(), services.GetRequiredService<AuditActor>());
                foreach (var each in counted)
                {
                    actor.Address = each.Address;
                    audit.Record(each.Kind, details: new { more = each.Count, since = each.Since }, occurredAt: each.Last);
                }

                return Task.FromResult(counted.Count);
            });
        }
#pragma warning disable CA1031 // what is not counted stops nothing else
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNotRecorded(log, e, counted.Sum(each => each.Count), tenant.Slug);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} refusals in tenant {Tenant} could not be recorded")]
    private static partial void LogNotRecorded(ILogger logger, Exception exception, int count, string tenant);
}
