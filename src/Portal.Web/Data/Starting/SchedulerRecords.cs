using Microsoft.EntityFrameworkCore;
using Portal.Rules.Watching;

namespace Portal.Web.Data.Starting;

/// <summary>
/// Reads what the scheduler's cluster has written down, on a node that takes part in it or not (ADMIN-9).
/// </summary>
public sealed class SchedulerRecords(PortalDbContext db)
{
    private const string Running = "BLOCKED";

    // A trigger that waits for its turn on some node is "acquired", one that begins "executing".
    private static readonly string[] Turning = ["WAITING", "ACQUIRED", "EXECUTING", Running];

    public async Task<ScheduledWork> ReadAsync(CancellationToken cancellationToken = default)
    {
        var rows = await db.Database.SqlQuery<Row>($"""
            SELECT instance_name AS "Name", '' AS "State", last_checkin_time AS "At", NULL AS "Began" FROM qrtz_scheduler_state
            UNION ALL
            SELECT trigger_name, trigger_state, next_fire_time, prev_fire_time FROM qrtz_triggers
            """).ToListAsync(cancellationToken);
        return new ScheduledWork(
            [.. rows.Where(row => row.State.Length == 0).Select(row => Moment(row.At)).OfType<DateTimeOffset>()],
            [
                .. rows.Where(row => row.State.Length > 0)
                    .Select(row => new RoundTurn(row.Name, Moment(row.At), Moment(row.Began), StateOf(row))),
            ]);
    }

    // The scheduler keeps moments as ticks of UTC.
    private static DateTimeOffset? Moment(long? ticks) => ticks is > 0 ? new DateTimeOffset(ticks.Value, TimeSpan.Zero) : null;

    private static RoundState StateOf(Row row) => row.State == Running ? RoundState.Running
        : Turning.Contains(row.State) ? RoundState.Waiting : RoundState.Broken;

    private sealed record Row(string Name, string State, long? At, long? Began);
}
