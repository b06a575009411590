namespace Portal.Web.Data.Entities;

/// <summary>
/// A browser that is not asked for the second factor for a while
/// (MFA-2). Dies with a change of password or factors (MF-12).
/// </summary>
public sealed class TrustedBrowser : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required byte[] TokenHash { get; set; }

    public required string SecurityStamp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }
}
