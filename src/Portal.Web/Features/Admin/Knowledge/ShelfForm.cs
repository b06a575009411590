using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>A base or a category being named.</summary>
public sealed class ShelfForm : SteppedForm
{
    [InDraft]
    public string? Slug { get; set; }

    [InDraft]
    public string? NameJa { get; set; }

    [InDraft]
    public string? NameEn { get; set; }

    [InDraft]
    public string? DescriptionJa { get; set; }

    [InDraft]
    public string? DescriptionEn { get; set; }

    /// <summary>The base that a category belongs to; empty for a base itself.</summary>
    [InDraft]
    public string? Base { get; set; }

    /// <summary>What is renamed; null for one more.</summary>
    [BindNever]
    public Guid? Id { get; set; }

    /// <summary>A base says in a sentence what it holds.</summary>
    [BindNever]
    public bool IsBase { get; set; } = true;

    /// <summary>Of what is renamed, as it is named now.</summary>
    [BindNever]
    public string Title { get; set; } = "";

    public void Show(ShelfContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Version = content.Version;
        (Slug, NameJa, NameEn) = (content.Slug, content.NameJa, content.NameEn);
        (DescriptionJa, DescriptionEn) = (content.DescriptionJa, content.DescriptionEn);
    }

    [BindNever]
    public ShelfPage Page { get; set; } = null!;
}

/// <summary>The bases of a tenant with their categories, and the form for one more.</summary>
public sealed record ShelfPage(PortalTenant Tenant, IReadOnlyList<KnowledgeBase> Bases)
{
    /// <summary>Articles by category, of whatever state.</summary>
    public required IReadOnlyDictionary<Guid, int> Counts { get; init; }

    public int CountOf(KnowledgeCategory category) => Counts.GetValueOrDefault(category.Id);

    public IReadOnlyList<Choice> Choices => [.. Bases.Select(row => new Choice(row.Id.ToString(), KnowledgeWords.Name(row)))];
}
