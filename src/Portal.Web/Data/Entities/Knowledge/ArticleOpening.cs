using Portal.Rules.Knowledge;

namespace Portal.Web.Data.Entities;

/// <summary>Whom an article is opened for: everybody, a service or a contract (KNOW-1).</summary>
public sealed class ArticleOpening : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ArticleId { get; set; }

    public ArticleAudience Audience { get; set; }

    /// <summary>Null unless it is a service.</summary>
    public string? Service { get; set; }

    /// <summary>Null unless it is a contract.</summary>
    public Guid? ContractId { get; set; }

    public Contract? Contract { get; set; }
}
