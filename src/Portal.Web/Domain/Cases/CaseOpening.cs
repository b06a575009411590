using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases.Leaving;

namespace Portal.Web.Domain.Cases;

/// <summary>What a new case says.</summary>
/// <param name="FollowUpOf">The closed case that it goes on from.</param>
public sealed record NewCase(CaseKind Kind, string Subject, string Text, bool IsConfidential = false, Guid? FollowUpOf = null)
{
    /// <summary>What it is about; null = the contract that its author works for.</summary>
    public Guid? ContractId { get; init; }
}

/// <param name="Entry">What it begins with.</param>
public sealed record OpenedCase(SupportCase Row, CaseEntry Entry);

/// <summary>Opens cases (CASE-1).</summary>
public sealed class CaseOpening(PortalDbContext db, CaseAssignees assignees, KeyLock turns, CaseTimeline timeline, TimeProvider clock)
{
    /// <summary>A customer's person asks something.</summary>
    public Task<OpenedCase> OpenAsync(PortalUser author, NewCase asked)
    {
        ArgumentNullException.ThrowIfNull(author);
        return OpenAsync(author, CaseActor.Customer(author), asked, CaseStatus.New, CasePriority.Normal);
    }

    /// <summary>The provider opens one for a contract; it is in work from the beginning (CASE-2).</summary>
    /// <param name="contact">The customer's person whose case it is, and who is told.</param>
    public async Task<OpenedCase> OpenForAsync(PortalUser contact, CaseActor actor, NewCase said, CasePriority priority)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(actor);
        var isThere = actor.AgentId is not { } agent || await assignees.EnterAsync(agent);
        var opened = await OpenAsync(contact, actor, said, CaseStatus.InProgress, priority);
        (opened.Row.AssigneeId, opened.Row.AssigneeName) = isThere && actor.Side == CaseSide.Agent ? (actor.Id, actor.Name) : (null, null);
        return opened;
    }

    private async Task<OpenedCase> OpenAsync(PortalUser author, CaseActor actor, NewCase asked, CaseStatus status, CasePriority priority)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var row = new SupportCase
        {
            Id = Guid.CreateVersion7(),
            ContractId = asked.ContractId ?? author.ContractId
                ?? throw new ArgumentException("The author has no contract.", nameof(author)),
            Kind = asked.Kind,
            Priority = priority,
            Subject = asked.Subject,
            Status = status,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            AuthorKana = author.FamilyNameKana + author.GivenNameKana,
            IsConfidential = asked.IsConfidential,
            CreatedAt = clock.GetUtcNow(),
            FollowUpOf = asked.FollowUpOf,
            Number = await NextNumberAsync(),
        };
        db.Cases.Add(row);
        var entry = timeline.AddPublic(row, actor, CaseEntryKind.Comment, asked.Text);
        timeline.Record(CaseEvents.Opened, row, new { kind = asked.Kind.ToString(), opener = actor.Side.ToString() }, entry);
        return new OpenedCase(row, entry);
    }

    /// <summary>
    /// One higher than the last of this tenant. Who opens one holds the turn until the row is there for the next, so no
    /// number is given twice.
    /// </summary>
    private async Task<int> NextNumberAsync()
    {
        await turns.EnterAsync($"cases/number/{db.Scope.Current:N}");
        return (await db.Cases.MaxAsync(row => (int?)row.Number) ?? 0) + 1;
    }
}
