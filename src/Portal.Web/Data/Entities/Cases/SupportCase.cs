using Portal.Rules.Cases;

namespace Portal.Web.Data.Entities;

/// <summary>
/// An inquiry or another matter of a contract, and where it stands. What was said about it are its <see
/// cref="CaseEntry"/> rows. Names of people are kept as they were, so that a case outlives the accounts in it.
/// </summary>
public sealed class SupportCase : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>Rising by tenant; people read it as <see cref="CaseNumber"/> writes it.</summary>
    public int Number { get; set; }

    public Guid ContractId { get; set; }

    public Contract? Contract { get; set; }

    public CaseKind Kind { get; set; }

    public CasePriority Priority { get; set; }

    public required string Subject { get; set; }

    /// <summary>The subject as it is searched for; stamped when it is stored.</summary>
    public string SubjectKey { get; set; } = "";

    public CaseStatus Status { get; set; }

    /// <summary>The customer's person whose case it is, also where the provider opened it for them.</summary>
    public Guid? AuthorId { get; set; }

    public string AuthorName { get; set; } = "";

    /// <summary>By which lists sort people: kanji have no order that anyone expects.</summary>
    public string AuthorKana { get; set; } = "";

    /// <summary>The member of the staff who works on it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Of whoever works on it, or worked on it last and cannot any more.</summary>
    public string? AssigneeName { get; set; }

    /// <summary>
    /// Who worked on it, and is disabled, removed or without its site since; null again when somebody takes it.
    /// </summary>
    public Guid? FormerAssigneeId { get; set; }

    /// <summary>It is open, and whoever worked on it cannot any more.</summary>
    public bool IsLeft => FormerAssigneeId is not null && Status != CaseStatus.Closed;

    /// <summary>For author, followers and managers alone (CASE-6).</summary>
    public bool IsConfidential { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The last change that the customer sees: an internal note is none.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Since when the customer waits for the provider; null while it does not.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>When the desk answered for the first time.</summary>
    public DateTimeOffset? FirstAnsweredAt { get; set; }

    /// <summary>When the answer is due that the customer waits for (CASE-9).</summary>
    public DateTimeOffset? AnswerDueAt { get; set; }

    /// <summary>From when on the desk is warned of that.</summary>
    public DateTimeOffset? AnswerWarnAt { get; set; }

    /// <summary>When the solution is due; null while that clock stands still.</summary>
    public DateTimeOffset? SolutionDueAt { get; set; }

    /// <summary>From when on the desk is warned of that.</summary>
    public DateTimeOffset? SolutionWarnAt { get; set; }

    /// <summary>Working time that is left for the solution, in seconds, while its clock stands still.</summary>
    public int? SolutionSecondsLeft { get; set; }

    /// <summary>What is due first; null where nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was solved, or the desk last answered about that: the time to approve begins then.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What its people were reminded of last since it was solved; null for nothing.</summary>
    public ClosingDue? Reminded { get; set; }

    /// <summary>When that was: the case closes no sooner than the reminder said.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>The closed case that this one goes on from.</summary>
    public Guid? FollowUpOf { get; set; }

    /// <summary>The id of the message by which a system opened it; sent again, it is the same one (CASE-2).</summary>
    public string? OpenedBy { get; set; }

    /// <summary>How many entries there are, internal ones among them.</summary>
    public int EntryCount { get; set; }

    /// <summary>Counts what the customer sees change, so that nobody decides about what is not on the page.</summary>
    public int Version { get; set; }

    /// <param name="id">Null for nobody.</param>
    public void AssignTo(Guid? id, string? name) => (AssigneeId, AssigneeName, FormerAssigneeId) = (id, name, null);
}
