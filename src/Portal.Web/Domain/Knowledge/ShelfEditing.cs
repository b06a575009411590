using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>A base or a category as the staff names it.</summary>
/// <param name="BaseId">Null for a base.</param>
public sealed record ShelfContent(string Slug, string NameJa, string NameEn, string DescriptionJa, string DescriptionEn, Guid? BaseId);

/// <summary>Bases and their categories, as the staff arranges them (ADMIN-6).</summary>
public sealed class ShelfEditing(PortalDbContext db, KeyLock turns, AuditLog audit)
{
    /// <returns>False where the address is another's.</returns>
    public async Task<bool> AddAsync(ShelfContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await IsTakenAsync(content))
        {
            return false;
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
        return true;
    }

    // Those who name bases and categories of one tenant take turns.
    private async Task<bool> IsTakenAsync(ShelfContent content)
    {
        await turns.EnterAsync($"knowledge/shelves/{db.Scope.Current:N}");
        return content.BaseId is null
            ? await db.KnowledgeBases.AnyAsync(row => row.Slug == content.Slug)
            : await db.KnowledgeCategories.AnyAsync(row => row.Slug == content.Slug);
    }
}
