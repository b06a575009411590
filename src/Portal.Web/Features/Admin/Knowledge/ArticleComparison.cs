using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>Both versions of an article, field by field (SAFE-1).</summary>
public sealed class ArticleComparison(TenantClock clock, IStringLocalizer<KnowledgeEditorText> text)
{
    /// <param name="form">What was typed, which travels on.</param>
    public IReadOnlyList<ComparedField> Of(ArticleForm form, ArticleContent newer)
    {
        ArgumentNullException.ThrowIfNull(form);
        var other = new ArticleForm();
        other.Show(newer, clock.Zone);
        return
        [
            Field(nameof(form.Category), Category(form, form.Category), Category(form, other.Category), form.Category),
            Field(nameof(form.Slug), form.Slug, other.Slug),
            Field(nameof(form.Author), form.Author, other.Author),
            Field(nameof(form.TitleJa), form.TitleJa, other.TitleJa),
            Field(nameof(form.ReadingJa), form.ReadingJa, other.ReadingJa),
            Field(nameof(form.TextJa), form.TextJa, other.TextJa),
            Field(nameof(form.TitleEn), form.TitleEn, other.TitleEn),
            Field(nameof(form.TextEn), form.TextEn, other.TextEn),
            Field(nameof(form.Everybody), YesNo(form.Everybody), YesNo(other.Everybody), form.Everybody ? "true" : "false"),
            Field(nameof(form.Services), string.Join(" / ", form.Services), string.Join(" / ", other.Services)) with
            {
                Sent = [.. form.Services],
            },
            Field(nameof(form.Contracts), form.Contracts, other.Contracts),
            Field(nameof(form.From), Spaced(form.From), Spaced(other.From), form.From),
            Field(nameof(form.Until), Spaced(form.Until), Spaced(other.Until), form.Until),
            Field(nameof(form.State), text["Choice." + form.State], text["Choice." + other.State], form.State),
        ];
    }

    private ComparedField Field(string name, string? own, string? newer, string? sent = null) =>
        new(name, text["Field." + name], own, newer) { Sent = (sent ?? own) is { Length: > 0 } value ? [value] : [] };

    private string YesNo(bool yes) => text[yes ? "Yes" : "No"];

    /// <summary>As people read it.</summary>
    private static string? Spaced(string? moment) => moment?.Replace('T', ' ');

    private static string? Category(ArticleForm form, string? id) => form.Categories.FirstOrDefault(each => each.Value == id)?.Text;
}
