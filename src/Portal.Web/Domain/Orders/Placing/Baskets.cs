using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Placing;

public enum BasketOutcome
{
    Done,

    /// <summary>More pieces than one order takes of an item; it holds that many now.</summary>
    Capped,

    /// <summary>As many different items as one order takes.</summary>
    Full,
}

/// <summary>The basket of one user: rows, which outlive the session (ORDER-1).</summary>
public sealed class Baskets(PortalDbContext db, KeyLock turns, AuditLog audit, TimeProvider clock)
{
    /// <summary>In the order in which they were chosen.</summary>
    public IQueryable<BasketLine> Of(Guid userId) =>
        db.BasketLines.Where(line => line.UserId == userId).OrderBy(line => line.AddedAt).ThenBy(line => line.Item!.Code);

    /// <summary>Puts so many more into it.</summary>
    public Task<BasketOutcome> AddAsync(PortalUser user, RentalItem item, int quantity) =>
        ChangeAsync(user, item, held => held + quantity);

    /// <summary>Puts exactly so many into it; none takes the item out.</summary>
    public Task<BasketOutcome> SetAsync(PortalUser user, RentalItem item, int quantity) => ChangeAsync(user, item, _ => quantity);

    /// <summary>
    /// Makes the user's own windows take turns, and an order with them: nothing is put in behind its back.
    /// </summary>
    public Task EnterAsync(Guid userId) => turns.EnterAsync($"orders/basket/{userId:N}");

    /// <summary>What was ordered is no longer to be ordered.</summary>
    public async Task ClearAsync(Guid userId) => db.BasketLines.RemoveRange(await Of(userId).ToListAsync());

    private async Task<BasketOutcome> ChangeAsync(PortalUser user, RentalItem item, Func<int, int> change)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(item);
        await EnterAsync(user.Id);
        var lines = await Of(user.Id).ToListAsync();
        var known = lines.Find(line => line.ItemId == item.Id);
        var wanted = change(known?.Quantity ?? 0);
        var quantity = Math.Clamp(wanted, 0, OrderLimits.Quantity);
        if (known is null && quantity > 0 && lines.Count >= OrderLimits.Lines)
        {
            return BasketOutcome.Full;
        }

        if (quantity != (known?.Quantity ?? 0))
        {
            Store(user, item, known, quantity);
            audit.Record(OrderEvents.BasketChanged, AuditSubject.Of(user), details: new { item = item.Code, quantity });
        }

        return wanted > quantity ? BasketOutcome.Capped : BasketOutcome.Done;
    }

    private void Store(PortalUser user, RentalItem item, BasketLine? known, int quantity)
    {
        if (known is null)
        {
            db.BasketLines.Add(new BasketLine { UserId = user.Id, ItemId = item.Id, Quantity = quantity, AddedAt = clock.GetUtcNow() });
        }
        else if (quantity == 0)
        {
            db.BasketLines.Remove(known);
        }
        else
        {
            known.Quantity = quantity;
        }
    }
}
