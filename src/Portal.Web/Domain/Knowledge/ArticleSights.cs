using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Rules.Knowledge;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>
/// Which articles somebody sees, as a query: <see cref="ArticleSight"/> for the database. Lists, counts, searches,
/// suggestions, files and pages all begin here (AZ-17); a test holds rule and query to each other.
/// </summary>
public sealed class ArticleSights(PortalDbContext db)
{
    /// <summary>What cannot be seen is not among them, and is not counted.</summary>
    public IQueryable<Article> Of(KnowledgeReader reader) => db.Articles.Where(IsSeen(reader));

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
        ArgumentNullException.ThrowIfNull(reader);
        var (contract, service) = (reader.ContractId, reader.Service);
        return row => row.IsPublished && db.ArticleOpenings.Any(opening => opening.ArticleId == row.Id
            && (opening.Audience == ArticleAudience.Tenant
                || (opening.Audience == ArticleAudience.Service && service != null && opening.Service == service)
                || (opening.Audience == ArticleAudience.Contract && contract != null && opening.ContractId == contract)));
    }
}
