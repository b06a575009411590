using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>What the desk does to a case, each inside its tenant.</summary>
public sealed class DeskActs(StaffReach reach, CaseTalk talk, CaseMoves moves, CaseAssignment assignment, CasePriorities priorities,
    CaseAttachments attachments, PortalDbContext db, CurrentSession session)
{
    private CaseActor Me => CaseActor.Agent(session.User);

    /// <summary>What is sent to the customer, with the move that was asked for and the files that came.</summary>
    /// <returns>Beside a problem with the files the outcome is null: nothing is to be kept.</returns>
    public Task<CaseOutcome?> AnswerAsync(DeskTarget target, AnswerForm form, string text, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        return InsideAsync(
            target,
            id => form.Move is { } move ? moves.MoveAsync(id, Me, move, form.Version, text) : talk.CommentAsync(id, Me, text),
            entry => attachments.AttachAsync(entry, nameof(form.Files), form.Files, state));
    }

    /// <inheritdoc cref="AnswerAsync"/>
    public Task<CaseOutcome?> NoteAsync(DeskTarget target, CaseNoteForm form, string text, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        return InsideAsync(
            target,
            id => talk.NoteAsync(id, Me, text),
            entry => attachments.AttachAsync(entry, nameof(form.NoteFiles), form.NoteFiles, state));
    }

    /// <summary>Whether the files that a form names are still there; if not, it is said at the field.</summary>
    public Task<bool> AreThereAsync(DeskTarget target, string field, IReadOnlyList<Guid>? ids, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => attachments.AreThereAsync(field, ids, state));
    }

    public Task<CaseOutcome> MoveAsync(DeskTarget target, CaseMove move, int version) =>
        InsideAsync(target, id => moves.MoveAsync(id, Me, move, version));

    public Task<CaseOutcome> AssignAsync(DeskTarget target, PortalUser? assignee, SeenAssignee? seen = null) =>
        InsideAsync(target, id => assignment.AssignAsync(id, Me, assignee, seen));

    public Task<CaseOutcome> PrioritiseAsync(DeskTarget target, CasePriority priority, CasePriority? seen = null) =>
        InsideAsync(target, id => priorities.ChangeAsync(id, Me, priority, seen));

    private Task<CaseOutcome> InsideAsync(DeskTarget target, Func<Guid, Task<CaseOutcome>> act)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => act(target.Row.Id));
    }

    private Task<CaseOutcome?> InsideAsync(DeskTarget target, Func<Guid, Task<CaseOutcome>> act, Func<CaseEntry, Task<bool>> attach)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync<CaseOutcome?>(target.Tenant, async () =>
        {
            var outcome = await act(target.Row.Id);
            if (outcome is not CaseOutcome.Done { Entry: { } entry } || await attach(entry))
            {
                return outcome;
            }

            // The page that comes back shows nothing of what is not kept.
            db.ChangeTracker.Clear();
            return null;
        });
    }
}
