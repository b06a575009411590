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
    public IQueryable<Article> Of(KnowledgeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (contract, service) = (reader.ContractId, reader.Service);
        return db.Articles.Where(row => row.IsPublished && db.ArticleOpenings.Any(opening => opening.ArticleId == row.Id
            && (opening.Audience == ArticleAudience.Tenant
                || (opening.Audience == ArticleAudience.Service && service != null && opening.Service == service)
                || (opening.Audience == ArticleAudience.Contract && contract != null && opening.ContractId == contract))));
    }

    /// <summary>Each once: in the language where it has such a version, otherwise in the one that it has.</summary>
    public IQueryable<ArticleVersion> VersionsOf(KnowledgeReader reader, string language)
    {
        var seen = Of(reader);
        return db.ArticleVersions.Where(row => seen.Any(article => article.Id == row.ArticleId)
            && (row.Language == language
                || !db.ArticleVersions.Any(other => other.ArticleId == row.ArticleId && other.Language == language)));
    }

    /// <summary>All of one language.</summary>
    public IQueryable<ArticleVersion> VersionsIn(KnowledgeReader reader, string language)
    {
        var seen = Of(reader);
        return db.ArticleVersions.Where(row => row.Language == language && seen.Any(article => article.Id == row.ArticleId));
    }
}
