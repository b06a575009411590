namespace Portal.Web.Data.Entities;

/// <summary>Something that a contract has beside its plan (CTRC-1).</summary>
public sealed class ContractOption : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    /// <summary>As people read it.</summary>
    public required string Name { get; set; }

    /// <summary>How many of it; null where it is there or not.</summary>
    public int? Quantity { get; set; }

    public DateOnly StartsOn { get; set; }

    public int Order { get; set; }
}
