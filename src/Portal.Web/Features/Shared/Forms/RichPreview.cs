namespace Portal.Web.Features.Shared.Forms;

/// <summary>A text that is being written, as it will look.</summary>
/// <param name="Html">Made and cleaned by RichText.</param>
/// <param name="Level">Of its heading: 2 right below the page's, 3 in a part of a page.</param>
public sealed record RichPreview(string Html, int Level)
{
    /// <summary>Tells it from another one on the page; null where it is alone.</summary>
    public string? Name { get; init; }

    public string Id => Name is null ? "rich-preview" : $"rich-preview-{Name}";
}
