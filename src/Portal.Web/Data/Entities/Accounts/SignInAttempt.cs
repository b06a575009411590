namespace Portal.Web.Data.Entities;

/// <summary>
/// A sign-in between the password and the second factor; ends 15
/// minutes after the password, whatever happens in it (LOGIN-4).
/// </summary>
public sealed class SignInAttempt : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] TokenHash { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public required string SecurityStamp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public string? ChangeReason { get; set; }

    public string? ReturnUrl { get; set; }

    public bool FromKnownBrowser { get; set; }

    /// <summary>The linked manager who links this ID instead of signing in with it (LINK-4); null at sign-in.</summary>
    public Guid? LinkingById { get; set; }

    public string? CodeHash { get; set; }

    /// <summary>Hashes of the codes before it, so that who types one is told which mail it came from.</summary>
    public string? FormerCodeHashes { get; set; }

    public DateTimeOffset? CodeSentAt { get; set; }

    public DateTimeOffset? CodeExpiresAt { get; set; }

    public int CodesSent { get; set; }

    /// <summary>Wrong codes of any kind in this attempt.</summary>
    public int CodeTries { get; set; }

    /// <summary>The owner was told that somebody knows the password but not the second factor (MF-22).</summary>
    public DateTimeOffset? OwnerToldAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
