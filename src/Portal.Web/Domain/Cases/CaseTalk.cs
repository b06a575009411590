using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases.Leaving;

namespace Portal.Web.Domain.Cases;

/// <summary>What is said about a case (CASE-3, CASE-4).</summary>
public sealed class CaseTalk(CaseAssignees assignees, CaseLocks locks, CaseTimeline timeline)
{
    /// <summary>
    /// To the other side. A comment needs no version: whatever was said meanwhile, this is said as well; and it moves
    /// what the rules let it move.
    /// </summary>
    public async Task<CaseOutcome> CommentAsync(Guid caseId, CaseActor actor, string text)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AgentId is { } agent && !await assignees.EnterAsync(agent))
        {
            return new CaseOutcome.Overtaken();
        }

        var row = await locks.EnterAsync(caseId);
        if (CaseRules.ObstacleToComment(row.Status) is { } obstacle)
        {
            return new CaseOutcome.Refused(obstacle);
        }

        var move = CaseRules.MoveOfComment(actor.Side, row.Status);
        var entry = timeline.AddPublic(row, actor, CaseEntryKind.Comment, text, move);
        if (row.AssigneeId is null && (move == CaseMove.Take || (actor.Side == CaseSide.Agent && row.FormerAssigneeId is not null)))
        {
            row.AssignTo(actor.Id, actor.Name);
        }

        timeline.Record(CaseEvents.Commented, row, new { from = entry.From?.ToString(), to = entry.To?.ToString() }, entry);
        return new CaseOutcome.Done(row, entry);
    }

    /// <summary>Among the staff, on a closed case, too.</summary>
    public async Task<CaseOutcome> NoteAsync(Guid caseId, CaseActor actor, string text)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Side != CaseSide.Agent)
        {
            return new CaseOutcome.Refused(CaseObstacle.NotTheirs);
        }

        var row = await locks.EnterAsync(caseId);
        var entry = timeline.AddInternal(row, actor, CaseEntryKind.Note, text);
        timeline.Record(CaseEvents.Noted, row, entry: entry);
        return new CaseOutcome.Done(row, entry);
    }
}
