using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Sharing;

/// <summary>Who of the contract sees which cases.</summary>
public sealed class SharingForm
{
    public string? Visibility { get; set; }

    public IList<string> Persons { get; set; } = [];

    public int Version { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> People { get; set; } = [];

    public CaseVisibility? Chosen =>
        Enum.TryParse<CaseVisibility>(Visibility, out var value) && Enum.IsDefined(value) && value.ToString() == Visibility ? value : null;
}
