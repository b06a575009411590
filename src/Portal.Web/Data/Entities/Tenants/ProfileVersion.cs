namespace Portal.Web.Data.Entities;

/// <summary>
/// What a tenant's profile said from some moment on (ADMIN-3): written once, never changed. The newest one is what the
/// tenant's row says; a tenant whose profile nobody changed has none.
/// </summary>
public sealed class ProfileVersion : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    /// <summary>From 1 within the tenant, without gaps.</summary>
    public int Number { get; set; }

    /// <summary>The whole profile, as JSON.</summary>
    public required string Profile { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>System is the profile as it was delivered, before anybody changed it.</summary>
    public ActorKind ActorKind { get; set; }

    public Guid? ActorId { get; set; }

    public string ActorName { get; set; } = "";

    /// <summary>Why; null as delivered, and where a command gave none.</summary>
    public string? Reason { get; set; }

    /// <summary>The version whose profile came back with this one.</summary>
    public int? RevertOf { get; set; }
}
