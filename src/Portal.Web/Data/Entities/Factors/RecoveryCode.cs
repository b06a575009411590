namespace Portal.Web.Data.Entities;

/// <summary>
/// One of ten codes for the day on which every other factor is lost; only its hash is kept (MFA-1, F7).
/// </summary>
public sealed class RecoveryCode : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>
    /// The same for all codes made together, so that one derivation checks a typed code against all of them.
    /// </summary>
    public required byte[] Salt { get; set; }

    public int Iterations { get; set; }

    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
