namespace Portal.Web.Data.Entities;

/// <summary>Somebody agreed to a text, in one of its versions (LINK-3).</summary>
public sealed class ConsentRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Version { get; set; }

    public DateTimeOffset AcceptedAt { get; set; }
}
