namespace Portal.Web.Domain.Knowledge;

/// <summary>What somebody asks of the articles it sees (KNOW-2).</summary>
/// <param name="Words">Folded; each must be in title or text, of any language where none is chosen.</param>
/// <param name="Language">Of the page; the version that is preferred.</param>
public sealed record ArticleSearch(IReadOnlyList<string> Words, string Language)
{
    /// <summary>Versions of this language alone; null for the preferred one of each article.</summary>
    public string? Only { get; init; }

    /// <summary>Slug of a base.</summary>
    public string? Base { get; init; }

    /// <summary>Slug of a category.</summary>
    public string? Category { get; init; }

    public string? Author { get; init; }
}
