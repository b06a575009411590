using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Catalogue;

/// <summary>What a page needs of a picture: where it is and what it shows.</summary>
public sealed record ItemPictureFacts(Guid Id, string Alt, string? AltEn)
{
    public string AltIn(string language) => NamedGoods.In(language, Alt, AltEn);
}

/// <summary>Pictures of items; what a file is was decided by its bytes (ORDER-1, FI-05).</summary>
public sealed class ItemPictures(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<ItemPictureFacts?> FactsAsync(Guid itemId) => db.ItemPictures.Where(row => row.ItemId == itemId)
        .Select(row => new ItemPictureFacts(row.Id, row.Alt, row.AltEn)).SingleOrDefaultAsync();

    /// <summary>The item's picture under that address.</summary>
    public Task<ItemPicture?> FindAsync(Guid itemId, Guid id) =>
        db.ItemPictures.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == itemId && row.Id == id);

    /// <summary>Puts a picture in the place of the former one, under a new address.</summary>
    public async Task SetAsync(Guid itemId, string contentType, byte[] content, string alt, string? altEn)
    {
        ArgumentNullException.ThrowIfNull(content);
        var item = await RentalItemEditing.LockAsync(db, itemId);
        await db.ItemPictures.Where(row => row.ItemId == itemId).ExecuteDeleteAsync();
        db.ItemPictures.Add(new ItemPicture
        {
            ItemId = itemId,
            Id = Guid.CreateVersion7(),
            ContentType = contentType,
            Content = content,
            Alt = alt,
            AltEn = altEn,
            ChangedAt = clock.GetUtcNow(),
        });
        RentalItemEditing.Record(audit, OrderEvents.PictureSet, item,
            new { item = item.Code, pictureText = alt, contentType, size = content.Length });
    }

    public async Task<RentalItemOutcome> RemoveAsync(Guid itemId)
    {
        var item = await RentalItemEditing.LockAsync(db, itemId);
        if (await db.ItemPictures.Where(row => row.ItemId == itemId).ExecuteDeleteAsync() == 0)
        {
            return new RentalItemOutcome.Unchanged();
        }

        RentalItemEditing.Record(audit, OrderEvents.PictureRemoved, item, new { item = item.Code });
        return new RentalItemOutcome.Done(item);
    }
}
