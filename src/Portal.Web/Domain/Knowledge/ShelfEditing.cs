using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>A base or a category as the staff names it.</summary>
/// <param name="BaseId">Null for a base.</param>
public sealed record ShelfContent(string Slug, string NameJa, string NameEn, string DescriptionJa, string DescriptionEn, Guid? BaseId)
{
    /// <summary>
    /// Tells what was shown from any other: rows of shelves count no changes, so that forms carry this (SAFE-1).
    /// </summary>
    public int Version => BinaryPrimitives.ReadInt32BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Facts.Select(fact => fact.Value)))));

    /// <summary>What the log says of a change.</summary>
    internal IEnumerable<(string Name, string Value)> Facts =>
    [
        ("slug", Slug),
        ("shelfNameJa", NameJa),
        ("shelfNameEn", NameEn),
        ("shelfTextJa", DescriptionJa),
        ("shelfTextEn", DescriptionEn),
    ];
}

/// <summary>A base or a category as it is now, and who left it so.</summary>
public sealed record ShelfState(ShelfContent Content) : IVersioned
{
    public int Version { get; set; } = Content.Version;

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}

/// <summary>What became of an act on a base or a category.</summary>
public enum ShelfOutcome
{
    Done,

    /// <summary>It was so already; nothing is recorded.</summary>
    Unchanged,

    /// <summary>Somebody else changed it since the form was opened.</summary>
    Elsewhere,

    /// <summary>The address is another's.</summary>
    Taken,

    /// <summary>There are categories or articles in it.</summary>
    NotEmpty,

    /// <summary>Somebody deleted it, or the base that it was to stand in.</summary>
    Gone,
}

/// <summary>Bases and their categories, as the staff arranges them (ADMIN-6).</summary>
public sealed class ShelfEditing(PortalDbContext db, KeyLock turns, AuditLog audit)
{
    public async Task<ShelfOutcome> AddAsync(ShelfContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await IsTakenAsync(content, null))
        {
            return ShelfOutcome.Taken;
        }

        if (content.BaseId is { } into && !await db.KnowledgeBases.AnyAsync(row => row.Id == into))
        {
            return ShelfOutcome.Gone;
        }

        var id = Guid.CreateVersion7();
        if (content.BaseId is { } baseId)
        {
            var last = await db.KnowledgeCategories.Where(row => row.BaseId == baseId).MaxAsync(row => (int?)row.Order) ?? 0;
            db.KnowledgeCategories.Add(new KnowledgeCategory
            {
                Id = id,
                BaseId = baseId,
                Slug = content.Slug,
                NameJa = content.NameJa,
                NameEn = content.NameEn,
                Order = last + 1,
            });
        }
        else
        {
            var last = await db.KnowledgeBases.MaxAsync(row => (int?)row.Order) ?? 0;
            db.KnowledgeBases.Add(new KnowledgeBase
            {
                Id = id,
                Slug = content.Slug,
                NameJa = content.NameJa,
                NameEn = content.NameEn,
                DescriptionJa = content.DescriptionJa,
                DescriptionEn = content.DescriptionEn,
                Order = last + 1,
            });
        }

        audit.Record(KnowledgeEvents.ShelfAdded, new AuditSubject(id, content.NameJa, null), details: new { slug = content.Slug });
        return ShelfOutcome.Done;
    }

    /// <summary>Names and address; a category stays in its base.</summary>
    /// <param name="seen">The version that the form was opened with.</param>
    public async Task<ShelfOutcome> ChangeAsync(Guid id, int seen, ShelfContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var isTaken = await IsTakenAsync(content, id);
        if (await FindAsync(id) is not { } before || (before.BaseId is null) != (content.BaseId is null))
        {
            return ShelfOutcome.Gone;
        }

        if (before == content)
        {
            return ShelfOutcome.Unchanged;
        }

        if (isTaken || before.Version != seen)
        {
            return before.Version != seen ? ShelfOutcome.Elsewhere : ShelfOutcome.Taken;
        }

        if (await db.KnowledgeBases.SingleOrDefaultAsync(row => row.Id == id) is { } shelf)
        {
            (shelf.Slug, shelf.NameJa, shelf.NameEn) = (content.Slug, content.NameJa, content.NameEn);
            (shelf.DescriptionJa, shelf.DescriptionEn) = (content.DescriptionJa, content.DescriptionEn);
        }
        else if (await db.KnowledgeCategories.SingleOrDefaultAsync(row => row.Id == id) is { } category)
        {
            (category.Slug, category.NameJa, category.NameEn) = (content.Slug, content.NameJa, content.NameEn);
        }

        audit.Record(KnowledgeEvents.ShelfChanged, new AuditSubject(id, content.NameJa, null), details: new
        {
            changes = before.Facts.Zip(content.Facts).Where(pair => pair.First.Value != pair.Second.Value)
                .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value }),
        });
        return ShelfOutcome.Done;
    }

    /// <summary>Only what is empty: a base without categories, a category without articles.</summary>
    public async Task<ShelfOutcome> DeleteAsync(Guid id)
    {
        // Nobody adds a category or writes an article meanwhile.
        await turns.EnterAsync(Turn(db.Scope.Current));
        await turns.EnterAsync(ArticleEditing.Turn(db.Scope.Current));
        if (await FindAsync(id) is not { } shelf)
        {
            return ShelfOutcome.Gone;
        }

        if (await db.KnowledgeCategories.AnyAsync(row => row.BaseId == id) || await db.Articles.AnyAsync(row => row.CategoryId == id))
        {
            return ShelfOutcome.NotEmpty;
        }

        await db.KnowledgeBases.Where(row => row.Id == id).ExecuteDeleteAsync();
        await db.KnowledgeCategories.Where(row => row.Id == id).ExecuteDeleteAsync();
        audit.Record(KnowledgeEvents.ShelfDeleted, new AuditSubject(id, shelf.NameJa, null), details: new { slug = shelf.Slug });
        return ShelfOutcome.Done;
    }

    /// <summary>As it is now; null where there is neither a base nor a category of that id.</summary>
    public async Task<ShelfContent?> FindAsync(Guid id) =>
        await db.KnowledgeBases.Where(row => row.Id == id)
            .Select(row => new ShelfContent(row.Slug, row.NameJa, row.NameEn, row.DescriptionJa, row.DescriptionEn, null))
            .SingleOrDefaultAsync()
        ?? await db.KnowledgeCategories.Where(row => row.Id == id)
            .Select(row => new ShelfContent(row.Slug, row.NameJa, row.NameEn, "", "", row.BaseId)).SingleOrDefaultAsync();

    /// <summary>Who left it as it is, for those who have not seen that.</summary>
    public async Task<ShelfState?> StateAsync(Guid id)
    {
        var last = await db.AuditEvents.Where(row => row.SubjectId == id
                && (row.Kind == KnowledgeEvents.ShelfChanged || row.Kind == KnowledgeEvents.ShelfAdded))
            .OrderByDescending(row => row.OccurredAt).Select(row => new { row.OccurredAt, row.ActorName }).FirstOrDefaultAsync();
        return await FindAsync(id) is { } content
            ? new ShelfState(content) { ChangedAt = last?.OccurredAt ?? default, ChangedBy = last?.ActorName }
            : null;
    }

    private static string Turn(Guid tenantId) => $"knowledge/shelves/{tenantId:N}";

    // Those who name bases and categories of one tenant take turns.
    private async Task<bool> IsTakenAsync(ShelfContent content, Guid? but)
    {
        await turns.EnterAsync(Turn(db.Scope.Current));
        return content.BaseId is null
            ? await db.KnowledgeBases.AnyAsync(row => row.Slug == content.Slug && row.Id != but)
            : await db.KnowledgeCategories.AnyAsync(row => row.Slug == content.Slug && row.Id != but);
    }
}
