namespace Portal.Web.Data.Entities;

/// <summary>
/// An act that waits for a second person (ADMIN-11): who wants to do what, and why. Nothing of it changes but its
/// state.
/// </summary>
public sealed class ApprovalRequest : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>One of <see cref="Portal.Rules.Approvals.ApprovableActs"/>.</summary>
    public string Act { get; set; } = "";

    /// <summary>What it is about, for the act alone; one of a kind waits at a time.</summary>
    public string Key { get; set; } = "";

    /// <summary>The account it is about; null where it is about none, or one that is to be.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>The same in words that people know it by.</summary>
    public string SubjectName { get; set; } = "";

    /// <summary>What is to be done, as JSON of the act's own type.</summary>
    public string Data { get; set; } = "{}";

    public string Reason { get; set; } = "";

    public Guid RequestedById { get; set; }

    public string RequestedBy { get; set; } = "";

    /// <summary>Its address in canonical form: two accounts of one address are one person.</summary>
    public string RequesterEmail { get; set; } = "";

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public ApprovalState State { get; set; }

    /// <summary>When it stopped waiting; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Null while it waits, and where nobody decided in time.</summary>
    public Guid? DecidedById { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>What the second person says to it.</summary>
    public string? DecisionReason { get; set; }
}
