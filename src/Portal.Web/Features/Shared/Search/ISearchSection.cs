using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Search;

/// <summary>What is looked for in all that somebody sees (HOME-4).</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Words">Folded, at least one; each must be found.</param>
public sealed record SearchAsked(string Typed, IReadOnlyList<string> Words)
{
    /// <summary>Of each group; the list of the feature has the others.</summary>
    public const int Shown = 5;

    /// <summary>The feature's own search for the same.</summary>
    /// <param name="list">"~/cases"; it takes the words as "q".</param>
    public string In(string list) => $"{list}?q={Uri.EscapeDataString(Typed)}";
}

/// <summary>
/// What a feature finds. It begins with the query that its own pages begin with, so that nothing is found here that its
/// reader may not see (AZ-17). A feature joins by registering one.
/// </summary>
public interface ISearchSection
{
    /// <summary>Its place on the page: what people look for most stands first.</summary>
    int Order { get; }

    /// <returns>Null where this reader is not offered the feature.</returns>
    Task<SearchGroup?> FindAsync(SearchAsked asked);
}

/// <param name="Title">As the feature's page is called.</param>
/// <param name="Hits">The first ones, at most <see cref="SearchAsked.Shown"/>.</param>
/// <param name="Count">Of all.</param>
/// <param name="All">Where the others are.</param>
public sealed record SearchGroup(string Title, IReadOnlyList<SearchHit> Hits, ListCount Count, string All);

/// <summary>Something found, and where it is.</summary>
/// <param name="Facts">What tells it from others alike, in a few words each.</param>
public sealed record SearchHit(string Title, string Href, IReadOnlyList<string> Facts)
{
    /// <summary>How it stands.</summary>
    public IReadOnlyList<ListTag> Tags { get; init; } = [];

    /// <summary>A text of which the part around the first match is shown.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Of title and text, where it is not the page's.</summary>
    public string? Language { get; init; }

    /// <summary>What words were found in that the shown text lacks.</summary>
    public FoundElsewhere? Elsewhere { get; init; }

    /// <summary>The address is a file.</summary>
    public bool IsFile { get; init; }
}

/// <summary>The same thing in another language, where that is what has the words.</summary>
/// <param name="Label">Which language that is, as a beginning of a line.</param>
/// <param name="Language">Of title and text; null where that is the page's.</param>
public sealed record FoundElsewhere(string Label, string Title, string Href, string Text, string? Language);
