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

        var names = await CategoriesAsync(content.CategoryId);
        if (!names.ContainsKey(content.CategoryId))
        {
            return new ArticleOutcome.CategoryGone();
        }

        var now = clock.GetUtcNow();
        var begins = content.Window.Beginning(now);
        var row = new Article
        {
            TenantId = db.Scope.Current,
            Id = Guid.CreateVersion7(),
            Slug = content.Slug,
            UpdatedAt = content.IsPublished ? begins : now,
            PublishedAt = content.IsPublished ? begins : null,
            ChangedBy = actor.Name,
        };
        content.ApplyTo(row);
        db.Articles.Add(row);
        audit.Record(KnowledgeEvents.Added, Subject(row), details: content.Facts(id => names[id])
            .Where(fact => fact.Value is not "").ToDictionary(fact => fact.Name, fact => fact.Value));
        return new ArticleOutcome.Done(row);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<ArticleOutcome> ChangeAsync(Guid id, int version, ArticleContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await LockAsync(db, id) is not { } row)
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

        var names = await CategoriesAsync(before.CategoryId, content.CategoryId);
        if (!names.ContainsKey(content.CategoryId))
        {
            return new ArticleOutcome.CategoryGone();
        }

        content.ApplyTo(row);
        Record(row, before, content, names);

        Date(row, content, !before.Versions.SequenceEqual(content.Versions));

        // What belongs to it may be all that changed; the row itself counts it.
        row.ChangedBy = actor.Name;
        db.Entry(row).State = EntityState.Modified;
        return new ArticleOutcome.Done(row);
    }

    /// <summary>
    /// To its readers an article that they may see for the first time is new, however long it was a draft or planned.
    /// </summary>
    private void Date(Article row, ArticleContent content, bool saysSomethingElse)
    {
        var now = clock.GetUtcNow();
        var wasSeen = row.PublishedAt <= now;
        if (content.IsPublished && !wasSeen)
        {
            row.PublishedAt = row.UpdatedAt = content.Window.Beginning(now);
            return;
        }

        row.PublishedAt = wasSeen ? row.PublishedAt : null;
        if (saysSomethingElse || row.UpdatedAt > now)
        {
            row.UpdatedAt = content.IsPublished ? content.Window.Beginning(now) : now;
        }
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<ArticleOutcome> DeleteAsync(Guid id, int version)
    {
        if (await LockAsync(db, id) is not { } row)
        {
            return new ArticleOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new ArticleOutcome.Conflict(row);
        }

        // What names it names it no more.
        await db.Announcements.Where(each => each.ArticleId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.ArticleId, (Guid?)null));
        db.Articles.Remove(row);
        audit.Record(KnowledgeEvents.Deleted, Subject(row));
        return new ArticleOutcome.Done(row);
    }

    /// <summary>Its events name it by its id, so that its page tells its history.</summary>
    internal static AuditSubject Subject(Article row) => new(row.Id, row.Title, null);

    /// <summary>Nobody changes it, its files or what names it until the transaction ends.</summary>
    internal static async Task<Article?> LockAsync(PortalDbContext db, Guid id)
    {
        await db.Articles.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        return await db.Articles.Include(row => row.Versions).Include(row => row.Openings).ThenInclude(opening => opening.Contract)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id);
    }

    private void Record(Article row, ArticleContent before, ArticleContent after, Dictionary<Guid, EventName> names)
    {
        bool? Changed(string language) => before.Of(language)?.Text != after.Of(language)?.Text ? true : null;
        audit.Record(KnowledgeEvents.Changed, Subject(row), details: new
        {
            changes = before.Facts(id => names[id]).Zip(after.Facts(id => names[id]))
                .Where(pair => !Equals(pair.First.Value, pair.Second.Value))
                .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value }),
            textChanged = Changed(KnowledgeLanguages.Japanese),
            textEnglishChanged = Changed(KnowledgeLanguages.English),
        });
    }

    private Task<Dictionary<Guid, EventName>> CategoriesAsync(params Guid[] ids) =>
        db.KnowledgeCategories.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => new EventName(row.NameJa, row.NameEn));

    /// <summary>Who writes articles of a tenant and who deletes its categories take turns.</summary>
    internal static string Turn(Guid tenantId) => $"knowledge/articles/{tenantId:N}";

    // So that no address leads to two.
    private async Task<bool> IsTakenAsync(string slug, Guid? but)
    {
        await turns.EnterAsync(Turn(db.Scope.Current));
        return await db.Articles.AnyAsync(row => row.Slug == slug && row.Id != but);
    }
}
