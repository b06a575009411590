using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Search;

/// <param name="Typed">What is looked for, as it was typed.</param>
/// <param name="Groups">Those in which something was found; null where nothing was looked for.</param>
public sealed record SearchPage(string? Typed, IReadOnlyList<string> Words, IReadOnlyList<SearchGroup>? Groups);

/// <summary>One search over all that the reader sees, grouped (HOME-4).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Search)]
public sealed class SearchController(IEnumerable<ISearchSection> sections, IStringLocalizer<SearchPageText> text) : Controller
{
    [HttpGet("search")]
    public async Task<IActionResult> Index(string? q)
    {
        ModelState.Clear();
        var phrase = SearchPhrase.Read(q);
        if (phrase.Problem is { } problem)
        {
            ModelState.AddModelError("q", text["Problem." + problem, SearchPhrase.Shortest, SearchPhrase.ShortestJapanese]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var groups = phrase.Words.Count > 0 ? await FindAsync(new SearchAsked(q!.Trim(), phrase.Words)) : null;
        return View(new SearchPage(q, phrase.Words, groups));
    }

    private async Task<IReadOnlyList<SearchGroup>> FindAsync(SearchAsked asked)
    {
        var groups = new List<SearchGroup>();
        foreach (var section in sections.OrderBy(each => each.Order))
        {
            if (await section.FindAsync(asked) is { Hits.Count: > 0 } group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }
}
