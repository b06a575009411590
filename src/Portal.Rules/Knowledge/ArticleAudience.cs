namespace Portal.Rules.Knowledge;

/// <summary>For whom an article is opened (KNOW-1).</summary>
public enum ArticleAudience
{
    /// <summary>Everybody of the tenant.</summary>
    Tenant,

    /// <summary>The people of all contracts for one service.</summary>
    Service,

    /// <summary>The people of one contract.</summary>
    Contract,
}
