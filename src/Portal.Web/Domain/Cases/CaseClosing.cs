using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases;

/// <summary>Solved cases that nobody approves: reminded of, and closed when the time is over (CASE-3).</summary>
public sealed class CaseClosing(PortalDbContext db, CaseLocks locks, CaseMoves moves, CaseTimeline timeline, CurrentTenant tenant,
    TimeProvider clock)
{
    private int Days => tenant.Value.Profile.Cases.CloseAfterDays;

    /// <summary>Those of which something may be due; the rule decides under the lock.</summary>
    public IQueryable<Guid> Due()
    {
        var (remindsFirst, remindsLast) = (Days > ClosingRules.FirstReminderDays, Days > ClosingRules.LastReminderDays);
        var over = clock.GetUtcNow().AddDays(-Days);
        var (last, first) = (over.AddDays(ClosingRules.LastReminderDays), over.AddDays(ClosingRules.FirstReminderDays));
        return db.Cases.Where(row => row.Status == CaseStatus.Resolved && row.ResolvedAt != null)
            .Where(row => row.ResolvedAt <= over
                || (remindsLast && row.ResolvedAt <= last && row.Reminded != ClosingDue.LastReminder)
                || (remindsFirst && row.ResolvedAt <= first && row.Reminded == null))
            .OrderBy(row => row.ResolvedAt).ThenBy(row => row.Id).Select(row => row.Id);
    }

    /// <returns>How many cases something was done to.</returns>
    public async Task<int> HandleAsync(Guid id)
    {
        var row = await locks.EnterAsync(id);
        if (row is not { Status: CaseStatus.Resolved, ResolvedAt: { } resolved })
        {
            return 0;
        }

        switch (ClosingRules.Of(resolved, Days, row.Reminded, clock.GetUtcNow()))
        {
            case ClosingDue.Close:
                await moves.MoveAsync(id, CaseActor.System, CaseMove.Expire, row.Version);
                return 1;
            case (ClosingDue.FirstReminder or ClosingDue.LastReminder) and var due:
                row.Reminded = due;
                timeline.Record(CaseEvents.Reminded, row, new { reminder = due.ToString() });
                return 1;
            default:
                return 0;
        }
    }
}
