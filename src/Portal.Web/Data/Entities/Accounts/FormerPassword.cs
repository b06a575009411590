namespace Portal.Web.Data.Entities;

/// <summary>
/// A former password, kept as its hash only: where the policy asks for it, and one that a temporary password has voided
/// until the next is set (TEMP-5).
/// </summary>
public sealed class FormerPassword : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Hash { get; set; }

    public DateTimeOffset ReplacedAt { get; set; }
}
