using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Cases.Opening;

/// <summary>A case that the staff opens for a contract.</summary>
public sealed class DeskOpeningForm
{
    [InDraft]
    public string? Kind { get; set; }

    [InDraft]
    public string? Priority { get; set; }

    /// <summary>Id of the customer's person whose case it is to be; typed where a list would be too long.</summary>
    [InDraft]
    public string? Contact { get; set; }

    [InDraft]
    public string? Subject { get; set; }

    [InDraft]
    public string? Text { get; set; }

    [InDraft]
    public bool Confidential { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    /// <summary>"preview" shows the text; anything else opens the case.</summary>
    public string? Step { get; set; }

    [BindNever]
    public ContractTarget Target { get; set; } = default!;

    [BindNever]
    public IReadOnlyList<Choice> Kinds { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Choice> Priorities { get; set; } = [];

    /// <summary>People of the contract who may be in; null where they are too many for a list.</summary>
    [BindNever]
    public IReadOnlyList<Choice>? Contacts { get; set; } = [];

    [BindNever]
    public FilesField Field { get; set; } = default!;

    [BindNever]
    public string? Preview { get; set; }
}
