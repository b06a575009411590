using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stored;

namespace Portal.Web.Domain.Knowledge;

/// <summary>
/// What the staff does with the files of an article (KNOW-1). Each act holds the article, so that its title never
/// downloads what is not there, and stands in the article's history.
/// </summary>
public sealed class ArticleFileEditing(PortalDbContext db, StoredFiles files, AuditLog audit, AuditActor actor)
{
    /// <param name="uploaderId">Who sent them.</param>
    /// <param name="fileIds">All of them or none.</param>
    public async Task<ArticleOutcome> AttachAsync(Guid id, Guid uploaderId, IReadOnlyCollection<Guid> fileIds)
    {
        if (await ArticleEditing.LockAsync(db, id) is not { } row)
        {
            return new ArticleOutcome.Gone();
        }

        var waiting = await files.WaitingAsync(uploaderId, fileIds);
        var outcome = await files.AttachAsync(KnowledgeFiles.Of(id), uploaderId, fileIds);
        if (outcome != AttachOutcome.Attached)
        {
            return new ArticleOutcome.FilesRefused(outcome);
        }

        foreach (var file in waiting)
        {
            audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row), details: new { fileAdded = file.Name });
        }

        return new ArticleOutcome.Done(row);
    }

    /// <summary>Where it was what the title downloads, the title leads to the article again.</summary>
    public async Task<ArticleOutcome> ReleaseAsync(Guid id, Guid fileId)
    {
        if (await ArticleEditing.LockAsync(db, id) is not { } row || await files.FindAsync(KnowledgeFiles.Of(id), fileId) is not { } file
            || !await files.ReleaseAsync(KnowledgeFiles.Of(id), fileId))
        {
            return new ArticleOutcome.Gone();
        }

        var wasTitle = row.FileId == fileId;
        if (wasTitle)
        {
            (row.FileId, row.ChangedBy) = (null, actor.Name);
        }

        audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row),
            details: new { fileRemoved = file.Name, downloads = wasTitle ? false : (bool?)null });
        return new ArticleOutcome.Done(row);
    }

    /// <summary>The title downloads the file, or leads to the article again.</summary>
    public async Task<ArticleOutcome> UseAsync(Guid id, Guid fileId, bool isArticle)
    {
        if (await ArticleEditing.LockAsync(db, id) is not { } row || await files.FindAsync(KnowledgeFiles.Of(id), fileId) is not { } file)
        {
            return new ArticleOutcome.Gone();
        }

        if (isArticle == (row.FileId == fileId))
        {
            return new ArticleOutcome.Unchanged();
        }

        if (isArticle && file.State != StoredFileState.Clean)
        {
            return new ArticleOutcome.FileUnchecked();
        }

        (row.FileId, row.ChangedBy) = (isArticle ? fileId : null, actor.Name);
        audit.Record(KnowledgeEvents.Changed, ArticleEditing.Subject(row), details: new { downloads = isArticle });
        return new ArticleOutcome.Done(row);
    }
}
