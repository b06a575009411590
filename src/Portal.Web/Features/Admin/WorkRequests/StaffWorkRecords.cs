using Microsoft.AspNetCore.Mvc;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Points;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Files.Stored;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>One request as the desk sees it.</summary>
/// <param name="Left">Points of the contract that can be used now.</param>
public sealed record StaffWorkPage(StaffWorkTarget Target, WorkDefinition Definition, IReadOnlyList<AnsweredField> Answered,
    IReadOnlyList<StoredFile> Files, long? Left)
{
    public WorkRequest Row => Target.Row;
}

/// <summary>A decision that is about to be made.</summary>
public sealed record StaffDecisionPage(StaffWorkTarget Target, WorkMove Move, DecisionForm Form);

/// <summary>What is said to a decision; the customer reads it.</summary>
public sealed class DecisionForm
{
    [InDraft]
    public string? Reason { get; set; }
}

/// <summary>Reads and decides about one request, inside its tenant.</summary>
public sealed class StaffWorkRecords(StaffReach reach, WorkAttachments attachments, PointSums sums, TenantClock clock,
    WorkDecisions decisions, FileDownloads downloads, CurrentSession session)
{
    public Task<StaffWorkPage> ReadAsync(StaffWorkTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var (row, definition) = (target.Row, WorkCatalogue.Read(target.Row.Asked!));
            var left = row.Contract!.HasPoints ? (await sums.RunningAsync(row.ContractId, clock.Today))?.Balance.Left ?? 0 : (long?)null;
            var answered = WorkAnswerText.Of(definition, WorkAnswer.Parse(row.Answers), WorkWords.Language);
            return new StaffWorkPage(target, definition, answered, await attachments.OfAsync(row), left);
        });
    }

    public Task<ActionResult> FileAsync(StaffWorkTarget target, Guid id)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant,
            () => downloads.OpenAsync(WorkAttachments.OwnerOf(target.Row), id, () => Task.FromResult(true)));
    }

    public Task<WorkOutcome> DecideAsync(StaffWorkTarget target, WorkMove move, string said)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (id, staff) = (target.Row.Id, session.User);
        return reach.InsideAsync(target.Tenant, () => move == WorkMove.Accept
            ? decisions.AcceptAsync(id, staff, said)
            : decisions.DeclineAsync(id, staff, said));
    }
}
