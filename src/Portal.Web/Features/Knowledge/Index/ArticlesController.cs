using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Knowledge.Index;

/// <summary>The bases, and what is new in them.</summary>
public sealed record KnowledgePage(IReadOnlyList<Shelf> Shelves, IReadOnlyList<ArticleHit> Newest);

/// <param name="Page">Null where what was typed is not understood.</param>
public sealed record ResultsPage(ArticleFilter Filter, ListFrame Frame, ListPage<ArticleHit>? Page, ShelfTarget? Target);

/// <summary>Bases, categories and searches (KNOW-1, KNOW-2): lists of articles, narrowed in different ways.</summary>
public sealed class ArticlesController(ArticleQuery articles, ArticleFrames frames, KnowledgeShelves shelves, CurrentSession session,
    IStringLocalizer<KnowledgeText> text) : KnowledgeController
{
    private const int Newest = 5;

    private KnowledgeReader Reader => KnowledgeReader.Of(session.User);

    [HttpGet("kb")]
    public async Task<IActionResult> Index()
    {
        var all = await shelves.OfAsync(Reader);
        return View("Index", new KnowledgePage(all, await articles.NewestAsync(Reader, KnowledgeWords.Language, Newest)));
    }

    [HttpGet("kb/search")]
    public async Task<IActionResult> Search([FromQuery] ArticleFilter filter) =>
        await ResultsAsync(filter, await shelves.OfAsync(Reader), null);

    [HttpGet("kb/b/{shelf}")]
    [ShelfGuard]
    public Task<IActionResult> InBase([Guarded] ShelfTarget target, [FromQuery] ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(filter);
        filter.Base = target.Shelf.Base.Slug;
        return ResultsAsync(filter, target.Shelves, target);
    }

    [HttpGet("kb/c/{category}")]
    [ShelfGuard]
    public Task<IActionResult> InCategory([Guarded] ShelfTarget target, [FromQuery] ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(filter);
        (filter.Base, filter.Category) = (null, target.Category!.Slug);
        return ResultsAsync(filter, target.Shelves, target);
    }

    private async Task<IActionResult> ResultsAsync(ArticleFilter filter, IReadOnlyList<Shelf> all, ShelfTarget? target)
    {
        ModelState.Clear();
        if (filter.Phrase.Problem is { } problem)
        {
            ModelState.AddModelError("q", text["Problem." + problem, SearchPhrase.Shortest, SearchPhrase.ShortestJapanese]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Results", new ResultsPage(filter, frames.Of(filter, all, target), null, target));
        }

        var page = await articles.PageAsync(Reader, filter.Asked, filter.Order, filter.Page, ListPages.UsualSize);

        // No row brings no count: a page beyond the end, or nothing at all.
        return page.Rows.Count == 0 && page.Number > 1
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Results", new ResultsPage(filter, frames.Of(filter, all, target), page, target));
    }
}
