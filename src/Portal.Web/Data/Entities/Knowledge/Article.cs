namespace Portal.Web.Data.Entities;

/// <summary>
/// An article (KNOW-1): what holds for all its languages. Its texts are its <see cref="ArticleVersion"/> rows; whom it
/// is opened for, its <see cref="ArticleOpening"/> rows, of which it has none to begin with.
/// </summary>
public sealed class Article : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid CategoryId { get; set; }

    public KnowledgeCategory? Category { get; set; }

    /// <summary>Names it in addresses.</summary>
    public required string Slug { get; set; }

    /// <summary>As readers see the author, also when the account is gone.</summary>
    public string AuthorName { get; set; } = "";

    /// <summary>The staff has let go of it; otherwise it is a draft.</summary>
    public bool IsPublished { get; set; }

    /// <summary>From when on readers see it while it is published; null for as soon as it is (ADMIN-6).</summary>
    public DateTimeOffset? ShownFrom { get; set; }

    /// <summary>Null for without end.</summary>
    public DateTimeOffset? ShownUntil { get; set; }

    /// <summary>
    /// Since when readers may see it, which is to come for one that is planned; null while it was never published.
    /// </summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When what it says last changed: to its readers, not before they may see it.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>It is one file, which its title downloads; null for one that is read.</summary>
    public Guid? FileId { get; set; }

    /// <summary>How often it was read; a reader counts once a day.</summary>
    public int ViewCount { get; set; }

    public int HelpfulCount { get; set; }

    public int UnhelpfulCount { get; set; }

    public IList<ArticleVersion> Versions { get; } = [];

    /// <summary>In Japanese where there is such a version, which must be loaded.</summary>
    public string Title => Versions.OrderByDescending(version => version.Language, StringComparer.Ordinal).FirstOrDefault()?.Title ?? "";

    /// <summary>In that language where there is such a version; they must be loaded.</summary>
    public string TitleIn(string language) => Versions.FirstOrDefault(version => version.Language == language)?.Title ?? Title;

    public IList<ArticleOpening> Openings { get; } = [];

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
