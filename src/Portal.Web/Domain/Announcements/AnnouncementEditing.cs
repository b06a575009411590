using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Announcements;

/// <summary>What became of an act on an announcement.</summary>
public abstract record AnnouncementOutcome
{
    private AnnouncementOutcome()
    {
    }

    public sealed record Done(Announcement Row) : AnnouncementOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : AnnouncementOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Conflict(Announcement Row) : AnnouncementOutcome;

    /// <summary>Somebody deleted it.</summary>
    public sealed record Gone : AnnouncementOutcome;

    /// <summary>Somebody deleted the article that it was to name.</summary>
    public sealed record ArticleGone : AnnouncementOutcome;
}

/// <summary>What the staff does with announcements (ADMIN-6): each act with its event.</summary>
public sealed class AnnouncementEditing(PortalDbContext db, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public async Task<AnnouncementOutcome> AddAsync(AnnouncementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!await HoldArticleAsync(content.ArticleId))
        {
            return new AnnouncementOutcome.ArticleGone();
        }

        var row = new Announcement
        {
            Id = Guid.CreateVersion7(),
            TitleJa = content.TitleJa,
            SourceJa = content.TextJa,
            HtmlJa = "",
            CreatedAt = clock.GetUtcNow(),
            ChangedBy = actor.Name,
        };
        content.ApplyTo(row);
        db.Announcements.Add(row);
        audit.Record(AnnouncementEvents.Added, Subject(row),
            details: content.Facts.Where(fact => fact.Value.Length > 0).ToDictionary(fact => fact.Name, fact => fact.Value));
        return new AnnouncementOutcome.Done(row);
    }

    /// <param name="version">As the page showed it.</param>
    /// <param name="showAgain">The banner comes back to those who closed it (HOME-1).</param>
    public async Task<AnnouncementOutcome> ChangeAsync(Guid id, int version, AnnouncementContent content, bool showAgain)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!await HoldArticleAsync(content.ArticleId))
        {
            return new AnnouncementOutcome.ArticleGone();
        }

        if (await LockAsync(id) is not { } row)
        {
            return new AnnouncementOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new AnnouncementOutcome.Conflict(row);
        }

        var before = AnnouncementContent.Of(row);
        var isShownAgain = showAgain && content.HasBanner;
        if (before == content && !isShownAgain)
        {
            return new AnnouncementOutcome.Unchanged();
        }

        content.ApplyTo(row);
        row.BannerEdition += isShownAgain ? 1 : 0;
        row.ChangedBy = actor.Name;
        audit.Record(AnnouncementEvents.Changed, Subject(row), details: new
        {
            changes = before.Facts.Zip(content.Facts).Where(pair => pair.First.Value != pair.Second.Value)
                .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value }),
            textChanged = before.TextJa != content.TextJa ? true : (bool?)null,
            textEnglishChanged = before.TextEn != content.TextEn ? true : (bool?)null,
            shownAgain = isShownAgain ? true : (bool?)null,
        });
        return new AnnouncementOutcome.Done(row);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<AnnouncementOutcome> DeleteAsync(Guid id, int version)
    {
        if (await LockAsync(id) is not { } row)
        {
            return new AnnouncementOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new AnnouncementOutcome.Conflict(row);
        }

        db.Announcements.Remove(row);
        audit.Record(AnnouncementEvents.Deleted, Subject(row));
        return new AnnouncementOutcome.Done(row);
    }

    /// <summary>Its events name it by its id, so that its page tells its history.</summary>
    private static AuditSubject Subject(Announcement row) => new(row.Id, row.TitleJa, row.ContractId);

    // Until this ends nobody deletes the article; who deletes one holds it before what names it, too.
    private async Task<bool> HoldArticleAsync(Guid? id) => id is not { } named || await db.Articles.Where(row => row.Id == named)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version)) == 1;

    // Nobody changes it until the transaction ends; somebody who reads it may still be counted first.
    private async Task<Announcement?> LockAsync(Guid id)
    {
        await db.Announcements.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        return await db.Announcements.Include(row => row.Contract).Include(row => row.Article!.Versions)
            .SingleOrDefaultAsync(row => row.Id == id);
    }
}
