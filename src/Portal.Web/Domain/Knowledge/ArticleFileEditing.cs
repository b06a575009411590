using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>
/// What files mean to an article (KNOW-1): whoever adds or removes one holds the article first, so that its title never
/// downloads what is not there, and tells its history here.
/// </summary>
public sealed class ArticleFileEditing(PortalDbContext db, AuditLog audit, AuditActor actor)
{
    /// <returns>Null where somebody deleted it.</returns>
    public Task<Article?> HoldAsync(Guid id) => ArticleEditing.LockAsync(db, id);

    public void Add(Article row, string name)
    {
        ArgumentNullException.ThrowIfNull(row);
        audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row), details: new { fileAdded = name });
    }

    /// <summary>Where it was what the title downloads, the title leads to the article again.</summary>
    public void Remove(Article row, Guid fileId, string name)
    {
        ArgumentNullException.ThrowIfNull(row);
        var wasTitle = row.FileId == fileId;
        if (wasTitle)
        {
            (row.FileId, row.ChangedBy) = (null, actor.Name);
        }

        audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row),
            details: new { fileRemoved = name, downloads = wasTitle ? false : (bool?)null });
    }

    /// <summary>The title downloads the file, or leads to the article again.</summary>
    /// <param name="isClean">Only then it may be downloaded.</param>
    public ArticleOutcome Use(Article row, Guid fileId, bool isArticle, bool isClean)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (isArticle == (row.FileId == fileId))
        {
            return new ArticleOutcome.Unchanged();
        }

        if (isArticle && !isClean)
        {
            return new ArticleOutcome.FileUnchecked();
        }

        (row.FileId, row.ChangedBy) = (isArticle ? fileId : null, actor.Name);
        audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row), details: new { downloads = isArticle });
        return new ArticleOutcome.Done(row);
    }
}
