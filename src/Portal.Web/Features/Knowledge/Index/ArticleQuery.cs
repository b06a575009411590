using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Lists;

namespace Portal.Web.Features.Knowledge.Index;

/// <summary>An article as a list of results shows it.</summary>
/// <param name="Plain">Its text; empty where nothing was searched for.</param>
public sealed record ArticleHit(string Slug, Guid? FileId, string Language, string Title, string Plain)
{
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

    /// <summary>In one statement: how many there are comes with each row.</summary>
    public async Task<ListPage<ArticleHit>> PageAsync(KnowledgeReader reader, ArticleSearch asked, string order, int? page, int size)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var number = ListPages.Within(page, size);
        var (rows, hasWords) = (finder.Find(reader, asked), asked.Words.Count > 0);
        var found = await Orders.Apply(rows.AsNoTracking(), order).OnPage(number, size).Select(row => new
        {
            Count = rows.Take(ListCount.Most + 1).Count(),
            Hit = new ArticleHit(row.Article!.Slug, row.Article.FileId, row.Language, row.Title, hasWords ? row.Plain : "")
            {
                Base = row.Article.Category!.Base!,
                Category = row.Article.Category,
                Author = row.Article.AuthorName,
                Views = row.Article.ViewCount,
                UpdatedAt = row.Article.UpdatedAt,
            },
        }).ToListAsync();
        return new ListPage<ArticleHit>(found.ConvertAll(each => each.Hit), number, size,
            ListCount.Of(found is [var first, ..] ? first.Count : 0));
    }
}
