using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Rules.Knowledge;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>
/// Which articles somebody sees, as a query: <see cref="ArticleSight"/> for the database. Lists, counts, searches,
/// suggestions, files and pages all begin here (AZ-17); a test holds rule and query to each other.
/// </summary>
public sealed class ArticleSights(PortalDbContext db, TimeProvider clock)
{
    /// <summary>What cannot be seen is not among them, and is not counted.</summary>
    public IQueryable<Article> Of(KnowledgeReader reader) => db.Articles.Where(IsSeen(reader));

    /// <summary>
    /// When one of them next begins or ends to be seen by itself; null where none does. What is counted may be
    /// remembered until then.
    /// </summary>
    /// <param name="since">A moment before the count.</param>
    public Task<DateTimeOffset?> NextChangeAsync(KnowledgeReader reader, DateTimeOffset since) => db.Articles.Where(IsOpened(reader))
        .Where(row => row.ShownFrom > since || row.ShownUntil > since)
        .MinAsync(row => row.ShownFrom > since ? row.ShownFrom : row.ShownUntil);

    /// <summary><see cref="ArticleWindow.At"/> for the database.</summary>
    public Expression<Func<Article, bool>> In(ArticleTime time)
    {
        var now = clock.GetUtcNow();
        return time switch
        {
            ArticleTime.Planned => row => row.ShownFrom > now && (row.ShownUntil == null || row.ShownUntil > now),
            ArticleTime.Shown => row => (row.ShownFrom == null || row.ShownFrom <= now)
                && (row.ShownUntil == null || row.ShownUntil > now),
            ArticleTime.Over => row => row.ShownUntil <= now,
            _ => throw new ArgumentOutOfRangeException(nameof(time)),
        };
    }

    /// <summary>Each once: in the language where it has such a version, otherwise in the one that it has.</summary>
    public IQueryable<ArticleVersion> VersionsOf(KnowledgeReader reader, string language) => Versions(reader).Where(row =>
        row.Language == language || !db.ArticleVersions.Any(other => other.ArticleId == row.ArticleId && other.Language == language));

    /// <summary>Those of every language.</summary>
    public IQueryable<ArticleVersion> VersionsOf(KnowledgeReader reader) => Versions(reader);

    /// <summary>All of one language.</summary>
    public IQueryable<ArticleVersion> VersionsIn(KnowledgeReader reader, string language) =>
        Versions(reader).Where(row => row.Language == language);

    /// <summary>
    /// The article is asked by the version's own way to it, the same that an order goes: the first of an order come
    /// from its index then.
    /// </summary>
    private IQueryable<ArticleVersion> Versions(KnowledgeReader reader)
    {
        var seen = IsSeen(reader);
        Expression<Func<ArticleVersion, Article>> of = row => row.Article!;
        return db.ArticleVersions.Where(Expression.Lambda<Func<ArticleVersion, bool>>(
            ReplacingExpressionVisitor.Replace(seen.Parameters[0], of.Body, seen.Body), of.Parameters));
    }

    private Expression<Func<Article, bool>> IsSeen(KnowledgeReader reader)
    {
        var (opened, shown) = (IsOpened(reader), In(ArticleTime.Shown));
        return Expression.Lambda<Func<Article, bool>>(Expression.AndAlso(opened.Body,
            ReplacingExpressionVisitor.Replace(shown.Parameters[0], opened.Parameters[0], shown.Body)), opened.Parameters);
    }

    private Expression<Func<Article, bool>> IsOpened(KnowledgeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (contract, service) = (reader.ContractId, reader.Service);
        return row => row.IsPublished && db.ArticleOpenings.Any(opening => opening.ArticleId == row.Id
            && (opening.Audience == ArticleAudience.Tenant
                || (opening.Audience == ArticleAudience.Service && service != null && opening.Service == service)
                || (opening.Audience == ArticleAudience.Contract && contract != null && opening.ContractId == contract)));
    }
}
