namespace Portal.Web.Data.Entities;

/// <summary>What one reader did with an article: read it, said whether it helped. Goes with the account.</summary>
public sealed class ArticleReading : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ArticleId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>The last day on which it was read, so that a reader counts once a day.</summary>
    public DateOnly? ReadOn { get; set; }

    /// <summary>Null where the reader has not said.</summary>
    public bool? WasHelpful { get; set; }
}
