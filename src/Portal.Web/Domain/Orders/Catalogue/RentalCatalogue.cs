using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Catalogue;

/// <summary>An item with what it costs today.</summary>
/// <param name="Monthly">For one piece and a month, without tax.</param>
/// <param name="Picture">Null where a drawing shows it.</param>
public sealed record PricedItem(RentalItem Item, Yen Monthly, TaxRate Rate, ItemPictureFacts? Picture)
{
    /// <summary>What a month of one piece costs with tax, for those who only look.</summary>
    public Yen WithTax(TaxRounding rounding) => Monthly + Rate.On(Monthly, rounding);
}

/// <summary>What can be rented, at today's prices (ORDER-1).</summary>
public sealed class RentalCatalogue(PortalDbContext db, CurrentTenant tenant, TenantClock clock)
{
    public OrdersProfile Terms => tenant.Value.Profile.Orders
        ?? throw new InvalidOperationException($"{tenant.Value.Slug} sells nothing.");

    /// <summary>What is offered and has a price; the same as <see cref="OnSaleAsync"/>, for counts.</summary>
    public static IQueryable<RentalItem> OnSale(PortalDbContext db, TenantMoment at)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.RentalItems.Where(item => item.IsOffered
            && db.ItemPrices.Any(price => price.ItemId == item.Id && price.From <= at.Today));
    }

    /// <summary>Everything that is offered and has a price, in the order of the catalogue.</summary>
    public async Task<IReadOnlyList<PricedItem>> OnSaleAsync(ItemCategory? category = null, IReadOnlyList<string>? words = null)
    {
        var items = OnSale(db, clock.Moment).AsNoTracking();
        items = category is { } one ? items.Where(item => item.Category == one) : items;
        items = (words ?? []).Aggregate(items, (found, word) => found.Where(item => item.SearchKey.Contains(word)));
        var priced = await PricedAsync(items);
        return [.. priced.OrderBy(each => each.Item.Category).ThenBy(each => each.Item.Position).ThenBy(each => each.Item.Code,
            StringComparer.Ordinal)];
    }

    /// <returns>Null for what there is not, or is not offered.</returns>
    public async Task<PricedItem?> FindAsync(string code) =>
        (await PricedAsync(OnSale(db, clock.Moment).AsNoTracking().Where(item => item.Code == code))).SingleOrDefault();

    /// <summary>Those of them that are offered and have a price.</summary>
    public async Task<IReadOnlyDictionary<Guid, PricedItem>> OfAsync(IReadOnlyCollection<Guid> ids) =>
        (await PricedAsync(OnSale(db, clock.Moment).AsNoTracking().Where(item => ids.Contains(item.Id))))
            .ToDictionary(each => each.Item.Id);

    private async Task<List<PricedItem>> PricedAsync(IQueryable<RentalItem> items)
    {
        var (today, terms) = (clock.Today, Terms);
        var found = await items.Select(item => new
        {
            Item = item,

            // The same as DatedPrice.On; a test holds them to each other.
            Price = db.ItemPrices.Where(price => price.ItemId == item.Id && price.From <= today).OrderByDescending(price => price.From)
                .Select(price => price.Monthly).First(),
            Picture = db.ItemPictures.Where(picture => picture.ItemId == item.Id)
                .Select(picture => new ItemPictureFacts(picture.Id, picture.Alt, picture.AltEn)).FirstOrDefault(),
        }).ToListAsync();
        return [.. found.Select(row => new PricedItem(row.Item, new Yen(row.Price), terms.RateOf(row.Item.TaxClass, today),
            row.Picture))];
    }
}
