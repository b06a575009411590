using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases.Leaving;

namespace Portal.Web.Domain.Cases;

/// <summary>
/// Moves a case as the rules let this side (CASE-3); whatever asks, page, job or crafted request (AZ-16).
/// </summary>
public sealed class CaseMoves(CaseAssignees assignees, CaseLocks locks, CaseTimeline timeline)
{
    /// <param name="version">The case as it stood on the page that asks.</param>
    /// <param name="text">A question, a solution or a reason; null where nothing is said.</param>
    public async Task<CaseOutcome> MoveAsync(Guid caseId, CaseActor actor, CaseMove move, int version, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AgentId is { } agent && !await assignees.EnterAsync(agent))
        {
            return new CaseOutcome.Overtaken();
        }

        var row = await locks.EnterAsync(caseId);

        // What cannot be done any more is said before what has been overtaken: it is the plainer truth.
        if (CaseRules.Decide(actor.Side, row.Status, move) is CaseDecision.Refused refused)
        {
            return new CaseOutcome.Refused(refused.Why);
        }

        if (row.Version != version)
        {
            return new CaseOutcome.Overtaken();
        }

        if (move == CaseMove.Take || (actor.Side == CaseSide.Agent && row.AssigneeId is null))
        {
            row.AssignTo(actor.Id, actor.Name);
        }

        var kind = string.IsNullOrEmpty(text) || move == CaseMove.Reject ? CaseEntryKind.StatusChange : CaseEntryKind.Comment;
        var entry = timeline.AddPublic(row, actor, kind, text, move);
        timeline.Record(CaseEvents.Moved, row,
            new { move = move.ToString(), from = entry.From?.ToString(), to = entry.To?.ToString() }, entry);
        return new CaseOutcome.Done(row, entry);
    }
}
