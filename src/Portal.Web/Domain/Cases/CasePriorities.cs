using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>How pressing a case is to the desk, and so when it is due (CASE-9). Customers see nothing of it.</summary>
public sealed class CasePriorities(PortalDbContext db, CaseLocks locks, CaseTimeline timeline, CaseClocks clocks)
{
    /// <param name="seen">What the page showed; null for who sets it whatever it is.</param>
    public async Task<CaseOutcome> ChangeAsync(Guid caseId, CaseActor actor, CasePriority priority, CasePriority? seen = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var row = await locks.EnterAsync(caseId);
        if (row.Status == CaseStatus.Closed)
        {
            return new CaseOutcome.Refused(CaseObstacle.IsClosed);
        }

        var before = row.Priority;
        if (before == priority)
        {
            return new CaseOutcome.Unchanged();
        }

        if (seen is { } shown && shown != before)
        {
            return new CaseOutcome.SetElsewhere(row, await db.CaseEntries
                .Where(each => each.CaseId == caseId && each.Kind == CaseEntryKind.Prioritised)
                .OrderByDescending(each => each.Order).Select(each => each.AuthorName).FirstOrDefaultAsync());
        }

        row.Priority = priority;
        var entry = timeline.AddInternal(row, actor, CaseEntryKind.Prioritised, null);
        entry.Priority = priority;
        clocks.Retarget(row, before, entry.At);
        timeline.Record(CaseEvents.Prioritised, row, new { from = before.ToString(), to = priority.ToString() }, entry);
        return new CaseOutcome.Done(row, entry);
    }
}
