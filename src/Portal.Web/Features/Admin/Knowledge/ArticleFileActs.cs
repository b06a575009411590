using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>
/// What the staff does with the files of an article, each inside its tenant and while the article is held.
/// </summary>
public sealed class ArticleFileActs(StaffReach reach, StoredFiles files, ArticleFileEditing editing, CurrentSession session)
{
    /// <param name="ids">All of them or none.</param>
    /// <returns>Null where somebody deleted the article.</returns>
    public Task<AttachOutcome?> AttachAsync(StaffArticleTarget target, IReadOnlyCollection<Guid> ids) =>
        InsideAsync<AttachOutcome?>(target, null, async row =>
        {
            var waiting = await files.WaitingAsync(session.UserId, ids);
            var outcome = await files.AttachAsync(KnowledgeFiles.Of(row.Id), session.UserId, ids);
            if (outcome == AttachOutcome.Attached)
            {
                foreach (var file in waiting)
                {
                    editing.Add(row, file.Name);
                }
            }

            return outcome;
        });

    public Task<ArticleOutcome> ReleaseAsync(StaffArticleTarget target, Guid id) => WithAsync(target, id, async (row, file) =>
    {
        if (!await files.ReleaseAsync(KnowledgeFiles.Of(row.Id), id))
        {
            return new ArticleOutcome.Gone();
        }

        editing.Remove(row, id, file.Name);
        return new ArticleOutcome.Done(row);
    });

    /// <inheritdoc cref="ArticleFileEditing.Use"/>
    public Task<ArticleOutcome> UseAsync(StaffArticleTarget target, Guid id, bool isArticle) => WithAsync(target, id,
        (row, file) => Task.FromResult(editing.Use(row, id, isArticle, file.State == StoredFileState.Clean)));

    /// <summary>With one of the article's own files.</summary>
    private Task<ArticleOutcome> WithAsync(StaffArticleTarget target, Guid id, Func<Article, StoredFile, Task<ArticleOutcome>> act) =>
        InsideAsync<ArticleOutcome>(target, new ArticleOutcome.Gone(), async row =>
            await files.FindAsync(KnowledgeFiles.Of(row.Id), id) is { } file ? await act(row, file) : new ArticleOutcome.Gone());

    private Task<T> InsideAsync<T>(StaffArticleTarget target, T gone, Func<Article, Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () => await editing.HoldAsync(target.Row!.Id) is { } row ? await act(row) : gone);
    }
}
