namespace Portal.Web.Data.Entities;

/// <summary>One security-relevant event, past tense, append-only (ADMIN-7). Holds no secret.</summary>
public sealed class AuditEvent : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>
    /// When it came into the log, by the clock of whoever recorded it. A row that does not say counts as older than the
    /// chain, so that one that was put in past the portal shows at once (AU-03).
    /// </summary>
    public DateTimeOffset RecordedAt { get; set; }

    public required string Kind { get; set; }

    public ActorKind ActorKind { get; set; }

    public Guid? ActorId { get; set; }

    public string? ActorName { get; set; }

    /// <summary>Who the actor worked as, when that is another (acting as).</summary>
    public Guid? ActingAsId { get; set; }

    public Guid? SubjectId { get; set; }

    public string? SubjectName { get; set; }

    public Guid? ContractId { get; set; }

    /// <summary>The true reason, which no page tells.</summary>
    public string? Reason { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }

    /// <summary>First 16 hexadecimal digits of the session id's hash.</summary>
    public string? SessionHash { get; set; }

    public required string CorrelationId { get; set; }

    /// <summary>Before/after and other facts as a JSON object, without secrets.</summary>
    public string? Details { get; set; }
}
