namespace Portal.Web.Data.Entities;

/// <summary>A line of a contract and the numbers on it.</summary>
public sealed class ContractLine : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public required string Number { get; set; }

    public required string Name { get; set; }

    /// <summary>
    /// What kind of line or number it is, in the tenant's own key ("access", "main", "additional", "user"…).
    /// </summary>
    public required string Kind { get; set; }

    public string Location { get; set; } = "";

    public string Bandwidth { get; set; } = "";

    public DateOnly StartsOn { get; set; }

    public int Order { get; set; }
}
