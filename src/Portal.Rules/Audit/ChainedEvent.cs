namespace Portal.Rules.Audit;

/// <summary>Everything that an event of the log says; what is not in here could be changed without a trace.</summary>
/// <param name="Tenant">Whose log it stands in.</param>
/// <param name="Id">Its id, of which there is one in the tenant.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it came into the log, which may be later.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActorKind">As what somebody acted.</param>
public sealed record ChainedEvent(Guid Tenant, Guid Id, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Kind, string ActorKind)
{
    /// <summary>Who acted.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The actor's name at that time.</summary>
    public string? ActorName { get; init; }

    /// <summary>As whom the actor worked, where that is another.</summary>
    public Guid? ActingAsId { get; init; }

    /// <summary>Whom it is about.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The subject's name at that time.</summary>
    public string? SubjectName { get; init; }

    /// <summary>The contract it belongs to.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>The true reason.</summary>
    public string? Reason { get; init; }

    /// <summary>From which network address.</summary>
    public string? Address { get; init; }

    /// <summary>With which browser.</summary>
    public string? Browser { get; init; }

    /// <summary>In which session.</summary>
    public string? SessionHash { get; init; }

    /// <summary>The reference that error pages show.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>Other facts, as JSON.</summary>
    public string? Details { get; init; }
}
