namespace Portal.Web.Data.Entities;

/// <summary>Requests and mismatches on the road to a temporary password by mail (TEMP-1).</summary>
public sealed class RecoveryRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public long Attempts { get; set; }

    public int Mismatches { get; set; }

    public DateTimeOffset? BlockedUntil { get; set; }

    public DateTimeOffset? WindowStart { get; set; }

    public int RequestsInWindow { get; set; }

    /// <summary>The last reset that was completed; further ones wait as the policy says (RESET-2, TR-14).</summary>
    public DateTimeOffset? LastResetAt { get; set; }
}
