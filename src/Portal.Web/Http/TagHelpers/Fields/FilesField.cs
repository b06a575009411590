namespace Portal.Web.Http.TagHelpers;

/// <summary>A field of files as it stands.</summary>
/// <param name="Purpose">What they are sent for.</param>
/// <param name="Kept">Those that are here already, from a form that came back.</param>
/// <param name="Endings">What is taken, without dots.</param>
/// <param name="Hint">All of this in a sentence.</param>
/// <param name="TooLarge">Said before a file is sent that is larger than it may be; {0} is its name.</param>
public sealed record FilesField(string Purpose, IReadOnlyList<KeptFile> Kept, IReadOnlyList<string> Endings, int Most, long Largest,
    string Hint, string TooLarge)
{
    /// <summary>The tenant that they are sent to, where that is not the page's own.</summary>
    public string? Site { get; init; }
}

/// <param name="Size">In words.</param>
public sealed record KeptFile(Guid Id, string Name, string Size);
