namespace Portal.Web.Data.Entities;

/// <summary>An article in one language; rendered and folded for searching when it is saved.</summary>
public sealed class ArticleVersion : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>"ja" or "en".</summary>
    public required string Language { get; set; }

    public required string Title { get; set; }

    /// <summary>By which Japanese titles are sorted (KNOW-2); of others the title itself.</summary>
    public required string Reading { get; set; }

    public required string Source { get; set; }

    public required string Html { get; set; }

    /// <summary>The text without markup, of which searches show a part.</summary>
    public required string Plain { get; set; }

    /// <summary>Title as it is searched for; stamped when it is stored.</summary>
    public string TitleKey { get; set; } = "";

    /// <summary>Text as it is searched for; stamped when it is stored.</summary>
    public string TextKey { get; set; } = "";
}
