namespace Portal.Web.Data.Entities;

/// <summary>An address that the people of a login ID use often (ORDER-3).</summary>
public sealed class DeliveryTemplate : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public required string Name { get; set; }

    /// <summary>From 1 within the contract, as its people put them.</summary>
    public int Position { get; set; }

    public required DeliveryAddress Address { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
