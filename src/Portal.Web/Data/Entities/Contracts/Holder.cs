namespace Portal.Web.Data.Entities;

/// <summary>The customer that has one or more contracts.</summary>
public sealed class Holder : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string NameKana { get; set; } = "";
}
