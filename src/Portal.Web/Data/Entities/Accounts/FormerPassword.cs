namespace Portal.Web.Data.Entities;

/// <summary>A former password, kept as its hash only, where the policy asks for it.</summary>
public sealed class FormerPassword : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Hash { get; set; }

    public DateTimeOffset ReplacedAt { get; set; }
}
