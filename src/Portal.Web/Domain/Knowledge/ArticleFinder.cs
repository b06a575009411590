using Microsoft.EntityFrameworkCore;
using Portal.Rules.Knowledge;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;

namespace Portal.Web.Domain.Knowledge;

/// <summary>An article that another page leads to.</summary>
public sealed record Suggestion(string Slug, string Title, string Language, Guid? FileId);

/// <summary>An article in another language than the one in which it is shown.</summary>
public sealed record OtherVersion(string Language, string Title, string Plain);

/// <summary>
/// Conditions and words as part of the query: whatever shows, counts or suggests articles asks here. It only narrows
/// what <see cref="ArticleSights"/> gives, so that no search shows an article that its reader may not see (AZ-17).
/// Unless a language is chosen, words are looked for in every version of an article, and the page's is shown.
/// </summary>
public sealed class ArticleFinder(PortalDbContext db, ArticleSights sights, ArticleTextSearch texts)
{
    /// <summary>As many articles as can be looked at one by one.</summary>
    public const int Near = 1_000;

    /// <summary>Suggestions that are looked at: databases find letters in the middle of a word, too.</summary>
    private const int Looked = 3 * ArticleLimits.Suggestions;

    public IQueryable<ArticleVersion> Find(KnowledgeReader reader, ArticleSearch asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var rows = asked.Only is { } only ? sights.VersionsIn(reader, only) : sights.VersionsOf(reader, asked.Language);
        rows = asked.Base is { } named ? rows.Where(row => row.Article!.Category!.Base!.Slug == named) : rows;
        rows = asked.Category is { } category ? rows.Where(row => row.Article!.Category!.Slug == category) : rows;
        rows = asked.Author is { } author ? rows.Where(row => row.Article!.AuthorName == author) : rows;
        return asked.Words.Aggregate(rows, (found, word) => Having(found, asked, texts.In(word), word));
    }

    /// <summary>
    /// Those among the first <see cref="Near"/> of an order that have all words: a word that is in very many articles
    /// is found there, and its index, which names every article with it, need not be asked.
    /// </summary>
    /// <param name="ordered">Articles that the reader sees, narrowed by all but the words.</param>
    public IQueryable<ArticleVersion> Nearest(IQueryable<ArticleVersion> ordered, ArticleSearch asked)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Words.Aggregate(ordered.Take(Near), (rows, word) => asked.Only is null
            ? rows.Where(row => row.TitleKey.Contains(word) || row.TextKey.Contains(word)
                || db.ArticleVersions.Any(other => other.ArticleId == row.ArticleId && other.Language != row.Language
                    && (other.TitleKey.Contains(word) || other.TextKey.Contains(word))))
            : rows.Where(row => row.TitleKey.Contains(word) || row.TextKey.Contains(word)));
    }

    /// <summary>
    /// What holds it in some language comes from an index. That is asked for; whether it is in the one language, where
    /// one was chosen, is then compared.
    /// </summary>
    private static IQueryable<ArticleVersion> Having(IQueryable<ArticleVersion> rows, ArticleSearch asked, IQueryable<Guid> ids,
        string word) => asked.Only is null
            ? rows.Where(row => ids.Contains(row.ArticleId))
            : rows.Where(row => ids.Contains(row.ArticleId) && (row.TitleKey.Contains(word) || row.TextKey.Contains(word)));

    /// <summary>
    /// The versions beside the shown ones: where a word is in one of these alone, its reader would else not know why
    /// the article was found.
    /// </summary>
    /// <param name="articles">A page's worth, with the language in which each is shown.</param>
    public async Task<ILookup<Guid, OtherVersion>> OthersAsync(KnowledgeReader reader, IReadOnlyDictionary<Guid, string> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        Guid[] ids = [.. articles.Keys];
        var rows = await sights.VersionsOf(reader).Where(row => ids.Contains(row.ArticleId)).OrderBy(row => row.Language)
            .Select(row => new { row.ArticleId, Version = new OtherVersion(row.Language, row.Title, row.Plain) }).ToListAsync();
        return rows.Where(row => row.Version.Language != articles[row.ArticleId]).ToLookup(row => row.ArticleId, row => row.Version);
    }

    /// <summary>One that something else names, where the reader sees it.</summary>
    public Task<Suggestion?> FindAsync(KnowledgeReader reader, Guid id, string language) => sights.VersionsOf(reader, language)
        .Where(row => row.ArticleId == id).OrderByDescending(row => row.Language)
        .Select(row => new Suggestion(row.Article!.Slug, row.Title, row.Language, row.Article.FileId)).FirstOrDefaultAsync();

    /// <summary>
    /// Articles for a subject that is being typed (KNOW-3): any of its words will do, the most in titles first. A text
    /// alone that has only one of several words says too little. Of two versions the one counts that has more; the
    /// page's is shown.
    /// </summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(KnowledgeReader reader, string? subject, string language)
    {
        var words = SubjectWords.Of(subject);
        if (words.Count == 0)
        {
            return [];
        }

        // One statement for any number of words: places that are not needed count nothing.
        var count = words.Count;
        string Word(int i) => i < count ? words[i] : "";
        var (one, two, three, four, five) = (Word(0), Word(1), Word(2), Word(3), Word(4));
        var (least, hasLetters) = (Math.Min(2, count), words.Any(SubjectWords.IsOfLetters));
        var some = words.Select(texts.In).Aggregate((all, more) => all.Concat(more));
        var found = await sights.VersionsOf(reader).Where(row => some.Contains(row.ArticleId)).Select(row => new
        {
            Row = row,
            Titles = (row.TitleKey.Contains(one) ? 1 : 0) + (count > 1 && row.TitleKey.Contains(two) ? 1 : 0)
                + (count > 2 && row.TitleKey.Contains(three) ? 1 : 0) + (count > 3 && row.TitleKey.Contains(four) ? 1 : 0)
                + (count > 4 && row.TitleKey.Contains(five) ? 1 : 0),
            Texts = (row.TextKey.Contains(one) ? 1 : 0) + (count > 1 && row.TextKey.Contains(two) ? 1 : 0)
                + (count > 2 && row.TextKey.Contains(three) ? 1 : 0) + (count > 3 && row.TextKey.Contains(four) ? 1 : 0)
                + (count > 4 && row.TextKey.Contains(five) ? 1 : 0),
        }).Where(each => each.Titles > 0 || each.Texts >= least)
            .OrderByDescending(each => (3 * each.Titles) + each.Texts).ThenByDescending(each => each.Row.Article!.ViewCount)
            .ThenBy(each => each.Row.ArticleId).ThenBy(each => each.Row.Language)
            .Take(Looked * KnowledgeLanguages.All.Count)
            .Select(each => new
            {
                each.Row.ArticleId,
                each.Row.TitleKey,
                TextKey = hasLetters ? each.Row.TextKey : "",
                Own = new Suggestion(each.Row.Article!.Slug, each.Row.Title, each.Row.Language, each.Row.Article.FileId),
                Shown = db.ArticleVersions.Where(row => row.ArticleId == each.Row.ArticleId && row.Language == language)
                    .Select(row => row.Title).FirstOrDefault(),
            }).ToListAsync();
        return
        [
            .. found.Where(each => !hasLetters || words.Any(word => SubjectWords.IsIn(word, each.TitleKey))
                    || words.Count(word => SubjectWords.IsIn(word, each.TextKey)) >= least)
                .DistinctBy(each => each.ArticleId).Take(ArticleLimits.Suggestions)
                .Select(each => each.Shown is { } title ? each.Own with { Title = title, Language = language } : each.Own),
        ];
    }
}
