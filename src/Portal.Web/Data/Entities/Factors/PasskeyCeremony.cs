namespace Portal.Web.Data.Entities;

/// <summary>
/// A challenge that was handed to a browser: five minutes, one use, bound to that browser's cookie (MF-17).
/// </summary>
public sealed class PasskeyCeremony : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] TokenHash { get; set; }

    public PasskeyPurpose Purpose { get; set; }

    /// <summary>Whose it is, where that is known before the answer.</summary>
    public Guid? UserId { get; set; }

    public Guid? SessionId { get; set; }

    /// <summary>What the framework needs to check the answer.</summary>
    public required string State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
