using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>What the desk does to a case, each inside its tenant.</summary>
public sealed class DeskActs(StaffReach reach, CaseTalk talk, CaseMoves moves, CaseAssignment assignment, CurrentSession session)
{
    private CaseActor Me => CaseActor.Agent(session.User);

    /// <summary>What is sent to the customer, with the move that was asked for.</summary>
    public Task<CaseOutcome> AnswerAsync(DeskTarget target, AnswerForm form, string text)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Move is { } move
            ? MoveAsync(target, move, form.Version, text)
            : InsideAsync(target, id => talk.CommentAsync(id, Me, text));
    }

    public Task<CaseOutcome> NoteAsync(DeskTarget target, string text) => InsideAsync(target, id => talk.NoteAsync(id, Me, text));

    public Task<CaseOutcome> MoveAsync(DeskTarget target, CaseMove move, int version, string? text = null) =>
        InsideAsync(target, id => moves.MoveAsync(id, Me, move, version, text));

    public Task<CaseOutcome> AssignAsync(DeskTarget target, PortalUser? assignee) =>
        InsideAsync(target, id => assignment.AssignAsync(id, Me, assignee));

    private Task<CaseOutcome> InsideAsync(DeskTarget target, Func<Guid, Task<CaseOutcome>> act)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => act(target.Row.Id));
    }
}
