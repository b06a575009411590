using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases.Leaving;

namespace Portal.Web.Domain.Cases;

/// <summary>Whom a page named as the one who works on a case.</summary>
/// <param name="Id">Null for nobody.</param>
public sealed record SeenAssignee(Guid? Id);

/// <summary>Who of the staff works on a case. The customer's side shows nothing of it.</summary>
public sealed class CaseAssignment(PortalDbContext db, CaseAssignees assignees, CaseLocks locks, CaseTimeline timeline)
{
    /// <param name="assignee">Null for nobody.</param>
    /// <param name="seen">Null for who sets it whoever it is.</param>
    public async Task<CaseOutcome> AssignAsync(Guid caseId, CaseActor actor, PortalUser? assignee, SeenAssignee? seen = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (assignee is not null && !await assignees.EnterAsync(assignee.Id))
        {
            return new CaseOutcome.Overtaken();
        }

        var row = await locks.EnterAsync(caseId);
        if (row.Status == CaseStatus.Closed)
        {
            return new CaseOutcome.Refused(CaseObstacle.IsClosed);
        }

        if (row.AssigneeId == assignee?.Id && row.FormerAssigneeId is null)
        {
            return new CaseOutcome.Unchanged();
        }

        if (seen is not null && seen.Id != row.AssigneeId)
        {
            // Who answers or takes a case is named by it, too.
            return new CaseOutcome.SetElsewhere(row, await db.CaseEntries
                .Where(each => each.CaseId == caseId && each.Side == CaseSide.Agent)
                .OrderByDescending(each => each.Kind == CaseEntryKind.Assignment).ThenByDescending(each => each.Order)
                .Select(each => each.AuthorName).FirstOrDefaultAsync());
        }

        row.AssignTo(assignee?.Id, assignee?.DisplayName);
        var entry = timeline.AddInternal(row, actor, CaseEntryKind.Assignment, null);
        entry.Assignee = row.AssigneeName;
        timeline.Record(CaseEvents.Assigned, row, new { assignee = row.AssigneeName ?? "" }, entry);
        return new CaseOutcome.Done(row);
    }
}
