using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>A price that is about to be planned.</summary>
public sealed class ItemPriceForm
{
    public string? From { get; set; }

    public string? NewMonthly { get; set; }
}

/// <summary>A picture that is about to be set, in words.</summary>
public sealed class ItemPictureForm
{
    public string? Alt { get; set; }

    public string? AltEn { get; set; }
}

/// <summary>An item as its authors see it.</summary>
/// <param name="Prices">The latest first: planned, the one that holds, those before.</param>
/// <param name="Now">Null before the first of them.</param>
public sealed record RentalItemRecord(StaffRentalItemTarget Target, ListTag State, IReadOnlyList<DatedPrice> Prices, DatedPrice? Now,
    DateOnly Today, ItemPictureFacts? Picture, IReadOnlyList<RecordChange> Changes)
{
    public ItemPriceForm Price { get; init; } = new();

    public ItemPictureForm Words { get; init; } = new();
}

/// <summary>All that the page of one item shows.</summary>
public sealed class RentalItemRecords(PortalDbContext db, StaffReach reach, RentalItemList list, RecordHistory history,
    ItemPictures pictures, TenantClock clock)
{
    public async Task<RentalItemRecord> ReadAsync(StaffRentalItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var id = target.Item!.Id;
        var (prices, picture, today) = await reach.InsideAsync(target.Tenant, async () =>
        {
            var rows = await db.ItemPrices.AsNoTracking().Where(row => row.ItemId == id).OrderByDescending(row => row.From).ToListAsync();
            return (rows.ConvertAll(row => row.Dated), await pictures.FactsAsync(id), clock.Today);
        });
        return new RentalItemRecord(target, list.State(target.Item.IsOffered), prices, DatedPrice.On(prices, today), today, picture,
            await history.OfAsync(target.Tenant, id));
    }
}
