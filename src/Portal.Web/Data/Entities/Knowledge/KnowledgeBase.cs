namespace Portal.Web.Data.Entities;

/// <summary>A collection of articles (KNOW-1), such as "how to" or "answers to questions".</summary>
public sealed class KnowledgeBase : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>Names it in addresses.</summary>
    public required string Slug { get; set; }

    public required string NameJa { get; set; }

    public required string NameEn { get; set; }

    public string DescriptionJa { get; set; } = "";

    public string DescriptionEn { get; set; } = "";

    /// <summary>Its place among the bases.</summary>
    public int Order { get; set; }

    public IList<KnowledgeCategory> Categories { get; } = [];
}
