using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Catalogue;

/// <summary>
/// Prices of an item with the day from which each holds: planned ahead, and taken back until they hold. What was quoted
/// or ordered keeps its own (ORDER-1).
/// </summary>
public sealed class ItemPricing(PortalDbContext db, AuditLog audit, TenantClock clock)
{
    public async Task<RentalItemOutcome> PlanAsync(Guid itemId, DatedPrice price)
    {
        // Two who plan for one item take turns, so that no day gets two prices.
        var item = await RentalItemEditing.LockAsync(db, itemId);
        var known = await Of(itemId).AsNoTracking().ToListAsync();
        if (price.Find(known.Select(row => row.Dated), clock.Today) is { } fault)
        {
            return new RentalItemOutcome.WrongPrice(fault);
        }

        var before = DatedPrice.On(known.Select(row => row.Dated), price.From)?.Monthly.Amount;
        db.ItemPrices.Add(new ItemPrice { ItemId = itemId, From = price.From, Monthly = price.Monthly.Amount });
        RentalItemEditing.Record(audit, OrderEvents.PricePlanned, item, new
        {
            item = item.Code,
            priceFrom = price.From,
            changes = new Dictionary<string, long?[]> { ["monthly"] = [before, price.Monthly.Amount] },
        });
        return new RentalItemOutcome.Done(item);
    }

    /// <summary>Takes back what does not hold yet; what holds or held stays.</summary>
    public async Task<RentalItemOutcome> RemoveAsync(Guid itemId, DateOnly from)
    {
        var item = await RentalItemEditing.LockAsync(db, itemId);
        if (await Of(itemId).SingleOrDefaultAsync(row => row.From == from) is not { } row || !row.Dated.IsPlanned(clock.Today))
        {
            return new RentalItemOutcome.Unchanged();
        }

        db.ItemPrices.Remove(row);
        RentalItemEditing.Record(audit, OrderEvents.PriceRemoved, item,
            new { item = item.Code, priceFrom = row.From, monthly = row.Monthly });
        return new RentalItemOutcome.Done(item);
    }

    private IQueryable<ItemPrice> Of(Guid itemId) => db.ItemPrices.Where(row => row.ItemId == itemId);
}
