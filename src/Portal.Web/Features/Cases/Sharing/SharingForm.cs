using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Sharing;

/// <summary>Who of the contract sees which cases.</summary>
public sealed class SharingForm
{
    public string? Visibility { get; set; }

    public IList<string> Persons { get; set; } = [];

    /// <summary>Persons to add, one in each line, where there are too many for a list.</summary>
    public string? More { get; set; }

    public int Version { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> People { get; set; } = [];

    /// <summary>Only those who were chosen are in the list; others are typed.</summary>
    [BindNever]
    public bool TakesMore { get; set; }

    public IReadOnlyList<string> Checked => [.. Persons.Where(person => !string.IsNullOrEmpty(person))];

    public IReadOnlyList<string> Typed =>
        (More ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public CaseVisibility? Chosen =>
        Enum.TryParse<CaseVisibility>(Visibility, out var value) && Enum.IsDefined(value) && value.ToString() == Visibility ? value : null;
}
