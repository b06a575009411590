using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Knowledge.Index;

/// <summary>Search and conditions above the results; results are drawn by their own view.</summary>
public sealed class ArticleFrames(IStringLocalizer<KnowledgeText> text)
{
    private static readonly string[] Orders = ["-updated", "-views", "reading"];

    /// <param name="target">The base or category whose page it is; null for all.</param>
    public ListFrame Of(ArticleFilter filter, IReadOnlyList<Shelf> shelves, ShelfTarget? target)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(shelves);
        return new ListFrame(text["Results"], null)
        {
            Search = new ListField("q", text["Words"], filter.Q) { Type = "search", Hint = text["WordsHint"] },
            Fields = [.. Fields(filter, shelves, target)],
            None = new(text["None"], text["NoneText"]),
        };
    }

    /// <summary>The version in which words were found that the shown one lacks.</summary>
    public static FoundElsewhere? Elsewhere(ArticleHit hit, IStringLocalizer<KnowledgeText> text)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(text);
        return hit.Elsewhere is not { } version ? null : new FoundElsewhere(text["Elsewhere." + version.Language], version.Title,
            KnowledgePaths.In(hit.Slug, version.Language), version.Plain, KnowledgeWords.Other(version.Language));
    }

    private IEnumerable<ListField> Fields(ArticleFilter filter, IReadOnlyList<Shelf> shelves, ShelfTarget? target)
    {
        if (target is null)
        {
            yield return Field("base", filter.Base,
                shelves.Select(shelf => new Choice(shelf.Base.Slug, KnowledgeWords.Name(shelf.Base))));
        }

        if (target?.Category is null)
        {
            var within = target is null
                ? shelves.Where(shelf => filter.Asked.Base is null || shelf.Base.Slug == filter.Base)
                : [target.Shelf];
            yield return Field("category", filter.Category, within.SelectMany(shelf => shelf.Parts)
                .Select(part => new Choice(part.Category.Slug, KnowledgeWords.Name(part.Category))));
        }

        yield return Field("lang", filter.Only,
            KnowledgeLanguages.All.Select(language => new Choice(language, text["Language." + language])));
        yield return Field("author", filter.Author, shelves.SelectMany(shelf => shelf.Parts).SelectMany(part => part.Authors)
            .Distinct().Order(StringComparer.Ordinal).Select(author => new Choice(author, author)));
        yield return new ListField("sort", text["Sort"], filter.Order)
        {
            Choices = [.. Orders.Select(order => new Choice(order, text["Sort." + order]))],
            Narrows = false,
        };
    }

    private ListField Field(string name, string? value, IEnumerable<Choice> choices) =>
        new(name, text["Filter." + name], value) { Choices = [.. choices], Any = text["Any"] };
}
