using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>What the staff does with articles (ADMIN-6): each act with its event.</summary>
public sealed class ArticleEditing(PortalDbContext db, KeyLock turns, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public async Task<ArticleOutcome> AddAsync(ArticleContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await IsTakenAsync(content.Slug, null))
        {
            return new ArticleOutcome.SlugTaken();
        }

        var now = clock.GetUtcNow();
        var row = new Article
        {
            TenantId = db.Scope.Current,
            Id = Guid.CreateVersion7(),
            Slug = content.Slug,
            UpdatedAt = now,
            PublishedAt = content.IsPublished ? now : null,
            ChangedBy = actor.Name,
        };
        content.ApplyTo(row);
        db.Articles.Add(row);
        var names = await CategoriesAsync(content.CategoryId);
        audit.Record(KnowledgeEvents.Added, Subject(row, content), details: content.Facts(id => names[id])
            .Where(fact => fact.Value.Length > 0).ToDictionary(fact => fact.Name, fact => fact.Value));
        return new ArticleOutcome.Done(row);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<ArticleOutcome> ChangeAsync(Guid id, int version, ArticleContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await LockAsync(id) is not { } row)
        {
            return new ArticleOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new ArticleOutcome.Conflict(row);
        }

        var before = ArticleContent.Of(row);
        if (before.Equals(content))
        {
            return new ArticleOutcome.Unchanged();
        }

        if (await IsTakenAsync(content.Slug, row.Id))
        {
            return new ArticleOutcome.SlugTaken();
        }

        await RecordAsync(row, before, content);
        content.ApplyTo(row);
        var now = clock.GetUtcNow();
        row.UpdatedAt = before.Versions.SequenceEqual(content.Versions) ? row.UpdatedAt : now;
        row.PublishedAt ??= content.IsPublished ? now : null;

        // What belongs to it may be all that changed; the row itself counts it.
        row.ChangedBy = actor.Name;
        db.Entry(row).State = EntityState.Modified;
        return new ArticleOutcome.Done(row);
    }

    /// <summary>The title downloads the file, or leads to the article again (KNOW-1).</summary>
    /// <param name="fileId">One of the article's own.</param>
    public async Task<ArticleOutcome> UseFileAsync(Guid id, Guid fileId, bool isArticle)
    {
        if (await LockAsync(id) is not { } row)
        {
            return new ArticleOutcome.Gone();
        }

        if (isArticle == (row.FileId == fileId))
        {
            return new ArticleOutcome.Unchanged();
        }

        row.FileId = isArticle ? fileId : null;
        row.ChangedBy = actor.Name;
        audit.Record(KnowledgeEvents.Changed, Subject(row, ArticleContent.Of(row)), details: new { downloads = isArticle });
        return new ArticleOutcome.Done(row);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<ArticleOutcome> DeleteAsync(Guid id, int version)
    {
        if (await LockAsync(id) is not { } row)
        {
            return new ArticleOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new ArticleOutcome.Conflict(row);
        }

        db.Articles.Remove(row);
        audit.Record(KnowledgeEvents.Deleted, Subject(row, ArticleContent.Of(row)));
        return new ArticleOutcome.Done(row);
    }

    private async Task RecordAsync(Article row, ArticleContent before, ArticleContent after)
    {
        var names = await CategoriesAsync(before.CategoryId, after.CategoryId);
        bool? Changed(string language) => before.Of(language)?.Text != after.Of(language)?.Text ? true : null;
        audit.Record(KnowledgeEvents.Changed, Subject(row, after), details: new
        {
            changes = before.Facts(id => names[id]).Zip(after.Facts(id => names[id])).Where(pair => pair.First.Value != pair.Second.Value)
                .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value }),
            textChanged = Changed(KnowledgeLanguages.Japanese),
            textEnglishChanged = Changed(KnowledgeLanguages.English),
        });
    }

    /// <summary>Its events name it by its id, so that its page tells its history.</summary>
    private static AuditSubject Subject(Article row, ArticleContent content) => new(row.Id, content.Title, null);

    private Task<Dictionary<Guid, string>> CategoriesAsync(params Guid[] ids) =>
        db.KnowledgeCategories.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.NameJa);

    // Those who name articles of one tenant take turns, so that no address leads to two.
    private async Task<bool> IsTakenAsync(string slug, Guid? but)
    {
        await turns.EnterAsync($"knowledge/articles/{db.Scope.Current:N}");
        return await db.Articles.AnyAsync(row => row.Slug == slug && row.Id != but);
    }

    private async Task<Article?> LockAsync(Guid id)
    {
        await db.Articles.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        return await db.Articles.Include(row => row.Versions).Include(row => row.Openings).ThenInclude(opening => opening.Contract)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id);
    }
}
