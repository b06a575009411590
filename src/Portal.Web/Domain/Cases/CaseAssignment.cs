using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>Who of the staff works on a case. The customer's side shows nothing of it.</summary>
public sealed class CaseAssignment(CaseLocks locks, CaseTimeline timeline)
{
    /// <param name="assignee">Null for nobody.</param>
    public async Task<CaseOutcome> AssignAsync(Guid caseId, CaseActor actor, PortalUser? assignee)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var row = await locks.EnterAsync(caseId);
        if (row.Status == CaseStatus.Closed)
        {
            return new CaseOutcome.Refused(CaseObstacle.IsClosed);
        }

        if (row.AssigneeId == assignee?.Id)
        {
            return new CaseOutcome.Unchanged();
        }

        (row.AssigneeId, row.AssigneeName) = (assignee?.Id, assignee?.DisplayName);
        var entry = timeline.AddInternal(row, actor, CaseEntryKind.Assignment, null);
        entry.Assignee = row.AssigneeName;
        timeline.Record(CaseEvents.Assigned, row, new { assignee = row.AssigneeName ?? "" }, entry);
        return new CaseOutcome.Done(row);
    }
}
