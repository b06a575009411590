using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Lists;

namespace Portal.Web.Features.Knowledge.Index;

/// <summary>An article as a list of results shows it.</summary>
/// <param name="Plain">Its text; empty where nothing was searched for.</param>
public sealed record ArticleHit(Guid Id, string Slug, Guid? FileId, string Language, string Title, string Plain)
{
    /// <summary>The version that has words which the shown one lacks.</summary>
    public OtherVersion? Elsewhere { get; init; }

    public required KnowledgeBase Base { get; init; }

    public required KnowledgeCategory Category { get; init; }

    public string Author { get; init; } = "";

    public int Views { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Articles by words and conditions, in an order, page by page (KNOW-2).</summary>
public sealed class ArticleQuery(ArticleFinder finder)
{
    public static readonly ListOrders<ArticleVersion> Orders = new ListOrders<ArticleVersion>("-updated")
        .By("updated", row => row.Article!.UpdatedAt)
        .By("views", row => row.Article!.ViewCount)
        .By("reading", row => row.Reading)
        .Then(row => row.ArticleId).Then(row => row.Language);

    /// <summary>
    /// How many there are comes with the rows, in one statement. Words are looked for among the first articles of the
    /// order: one that is in very many is found there.
    /// </summary>
    public async Task<ListPage<ArticleHit>> PageAsync(KnowledgeReader reader, ArticleSearch asked, string order, int? page, int size)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var number = ListPages.Within(page, size);
        if (asked.Words.Count > 0 && number * size < ArticleFinder.Near && IsIndexed(order))
        {
            var all = Orders.Apply(finder.Find(reader, asked with { Words = [] }), order);
            var near = await PageAsync(finder.Nearest(all, asked), all.Skip(ArticleFinder.Near), order, number, size, true);
            if (near.Rows.Count == size)
            {
                return await ExplainedAsync(near, reader, asked);
            }
        }

        var found = finder.Find(reader, asked);
        return await ExplainedAsync(await PageAsync(found, found.Where(_ => false), order, number, size, asked.Words.Count > 0),
            reader, asked);
    }

    /// <summary>What changed last, without counting.</summary>
    public async Task<IReadOnlyList<ArticleHit>> NewestAsync(KnowledgeReader reader, string language, int most) =>
        await Hits(Orders.Apply(finder.Find(reader, new ArticleSearch([], language)), "-updated").OnPage(1, most), false).ToListAsync();

    /// <summary>Those that another version's words found say so. It is asked for where there is one.</summary>
    private async Task<ListPage<ArticleHit>> ExplainedAsync(ListPage<ArticleHit> page, KnowledgeReader reader, ArticleSearch asked)
    {
        var lacking = asked.Only is not null || asked.Words.Count == 0 ? [] : page.Rows
            .Select(hit => (hit.Id, hit.Language, Words: Lacking(hit.Title, hit.Plain, asked.Words)))
            .Where(hit => hit.Words.Count > 0).ToDictionary(hit => hit.Id);
        if (lacking.Count == 0)
        {
            return page;
        }

        var others = await finder.OthersAsync(reader, lacking.ToDictionary(each => each.Key, each => each.Value.Language));
        return page with
        {
            Rows = [.. page.Rows.Select(hit => lacking.TryGetValue(hit.Id, out var of)
                ? hit with { Elsewhere = others[hit.Id].FirstOrDefault(other => Has(other, of.Words)) }
                : hit)],
        };
    }

    private static bool Has(OtherVersion other, List<string> words) => Lacking(other.Title, other.Plain, words).Count < words.Count;

    private static List<string> Lacking(string title, string plain, IEnumerable<string> words)
    {
        var (inTitle, inText) = (CanonicalText.SearchKey(title), CanonicalText.SearchKey(plain));
        return [.. words.Where(word => !inTitle.Contains(word, StringComparison.Ordinal)
            && !inText.Contains(word, StringComparison.Ordinal))];
    }

    /// <param name="uncounted">Where there are any, there may be more than are counted.</param>
    /// <param name="withText">What was searched is shown.</param>
    private static async Task<ListPage<ArticleHit>> PageAsync(IQueryable<ArticleVersion> found, IQueryable<ArticleVersion> uncounted,
        string order, int number, int size, bool withText)
    {
        var rows = await Hits(Orders.Apply(found, order).OnPage(number, size), withText).Select(hit => new
        {
            Count = found.Take(ListCount.Most + 1).Count(),
            IsMore = uncounted.Any(),
            Hit = hit,
        }).ToListAsync();
        var count = rows is not [var first, ..] ? default : first.IsMore ? new ListCount(first.Count, true) : ListCount.Of(first.Count);
        return new ListPage<ArticleHit>(rows.ConvertAll(each => each.Hit), number, size, count);
    }

    private static IQueryable<ArticleHit> Hits(IQueryable<ArticleVersion> rows, bool withText) => rows.AsNoTracking().Select(row =>
        new ArticleHit(row.ArticleId, row.Article!.Slug, row.Article.FileId, row.Language, row.Title, withText ? row.Plain : "")
        {
            Base = row.Article.Category!.Base!,
            Category = row.Article.Category,
            Author = row.Article.AuthorName,
            Views = row.Article.ViewCount,
            UpdatedAt = row.Article.UpdatedAt,
        });

    /// <summary>The first of the order are read from an index.</summary>
    private static bool IsIndexed(string order) => !Orders.Keys(order)[0].EndsWith("reading", StringComparison.Ordinal);
}
