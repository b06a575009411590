using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Knowledge;

/// <summary>
/// A base and how many articles of each category the reader sees; categories without any are left out.
/// </summary>
public sealed record Shelf(KnowledgeBase Base, IReadOnlyList<ShelfPart> Parts)
{
    public int Count => Parts.Sum(part => part.Count);
}

public sealed record ShelfPart(KnowledgeCategory Category, int Count)
{
    /// <summary>Who wrote them.</summary>
    public required IReadOnlyList<string> Authors { get; init; }
}

/// <summary>The bases with their counts, of what one sees (KNOW-1).</summary>
public sealed class KnowledgeShelves(PortalDbContext db, ArticleSights sights, LargeCounts large, CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>
    /// A base of which the reader sees nothing is not there: its name could tell of a service. Where somebody sees very
    /// many articles, they are counted anew after ten seconds, or when one of them begins or ends to be seen: whoever
    /// opens one is asked each time.
    /// </summary>
    public async Task<IReadOnlyList<Shelf>> OfAsync(KnowledgeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);

        // What somebody sees is what everybody of the contract sees.
        var asked = clock.GetUtcNow();
        var who = (nameof(KnowledgeShelves), tenant.Value.Id, reader.ContractId, reader.Service);
        return await large.OfAsync(reader.ContractId ?? Guid.Empty, who, () => AskAsync(reader), all => all.Sum(shelf => shelf.Count),
            () => sights.NextChangeAsync(reader, asked));
    }

    /// <summary>In one statement.</summary>
    private async Task<IReadOnlyList<Shelf>> AskAsync(KnowledgeReader reader)
    {
        var found = await sights.Of(reader).GroupBy(row => new { row.CategoryId, row.AuthorName })
            .Select(group => new { group.Key.CategoryId, group.Key.AuthorName, Count = group.Count() })
            .Join(db.KnowledgeCategories, each => each.CategoryId, row => row.Id,
                (each, row) => new { Category = row, row.Base, each.AuthorName, each.Count })
            .OrderBy(row => row.Base!.Order).ThenBy(row => row.Category.Order).AsNoTracking().ToListAsync();
        return [.. found.GroupBy(row => row.Base!.Id).Select(shelf => new Shelf(shelf.First().Base!,
            [.. shelf.GroupBy(row => row.Category.Id).Select(part => new ShelfPart(part.First().Category, part.Sum(row => row.Count))
            {
                Authors = [.. part.Select(row => row.AuthorName)],
            })]))];
    }
}
