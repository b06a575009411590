using Portal.Rules.Watching;
using Portal.Web.Data.Starting;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="IsAlarming">
/// Said at the top of the page: it once was at work, and is not since longer than nodes take to join.
/// </param>
public sealed record JobHealth(WorkHealth Work, bool IsAlarming);

/// <summary>
/// Whether the work that comes round by the clock is done; known for ten seconds, for all who look (ADMIN-9).
/// </summary>
public sealed class JobWatch(TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    // Nodes join some seconds after their start, and what was due while none was there comes in turn.
    private static readonly TimeSpan Joining = TimeSpan.FromMinutes(2);

    // Hosted so that it is made when the node starts, not with the first look.
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private volatile Known? known;

    public async Task<JobHealth> ReadAsync(SchedulerRecords records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var now = clock.GetUtcNow();
        if (known is not { } found || now - found.At >= Life || now < found.At)
        {
            known = found = new Known(WorkHealthRules.Of(await records.ReadAsync(), now), now);
        }

        return new JobHealth(found.Work, found.Work is { IsWell: false, LastBegan: not null } && now - began >= Joining);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed record Known(WorkHealth Work, DateTimeOffset At);
}
