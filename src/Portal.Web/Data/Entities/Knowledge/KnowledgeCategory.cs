namespace Portal.Web.Data.Entities;

/// <summary>What articles of a base have in common.</summary>
public sealed class KnowledgeCategory : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid BaseId { get; set; }

    public KnowledgeBase? Base { get; set; }

    /// <summary>Names it in addresses.</summary>
    public required string Slug { get; set; }

    public required string NameJa { get; set; }

    public required string NameEn { get; set; }

    /// <summary>Its place in the base.</summary>
    public int Order { get; set; }
}
