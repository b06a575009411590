namespace Portal.Web.Data.Entities;

/// <summary>
/// An authenticator app on one device (MFA-3). Without
/// <see cref="ConfirmedAt"/> it is being set up and signs nobody in (MF-10).
/// </summary>
public sealed class AuthenticatorApp : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Name { get; set; }

    /// <summary>The shared secret, encrypted with the key ring (F7).</summary>
    public required byte[] ProtectedSecret { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>
    /// The last time step whose code was accepted; only later ones are, so that a code works once (MF-01, F4).
    /// </summary>
    public long? LastStep { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}
