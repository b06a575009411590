using Portal.Web.Data.Entities;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Dev.Files;

/// <summary>The page with its form, its field and what is attached.</summary>
public sealed record FilesSample(FilesSampleForm Form, FilesField Field, IReadOnlyList<StoredFile> Attached);

/// <summary>Text and files.</summary>
public sealed class FilesSampleForm
{
    public string? Note { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }
}
