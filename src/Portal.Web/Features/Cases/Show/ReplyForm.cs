using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;

namespace Portal.Web.Features.Cases.Show;

/// <summary>A comment being written.</summary>
public sealed class ReplyForm
{
    [InDraft]
    public string? Text { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    /// <summary>"preview" shows it as it will look; anything else sends it.</summary>
    public string? Step { get; set; }

    /// <summary>As it will look; null where nobody asked.</summary>
    [BindNever]
    public string? Preview { get; set; }
}
