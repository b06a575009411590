namespace Portal.Web.Data.Entities;

/// <summary>
/// A mailed link. Its token has 256 random bits and is kept as a hash only; it is used once, and dies with what it was
/// made for (TR-01 to TR-04).
/// </summary>
public sealed class SecurityLink : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public LinkPurpose Purpose { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>Of the account when the link was made; another one by now means that the link is dead.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>The address it was sent to.</summary>
    public required string Email { get; set; }

    /// <summary>The row it is about: an e-mail change, a session, a call.</summary>
    public Guid? AboutId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Superseded or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
