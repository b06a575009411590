using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Catalogue;

/// <summary>
/// What the staff does with the items of the catalogue (ORDER-1): what was ordered has copies, so that no change here
/// touches it.
/// </summary>
public sealed class RentalItemEditing(PortalDbContext db, KeyLock turns, AuditLog audit, AuditActor actor, TenantClock clock)
{
    /// <summary>Withdrawn, until somebody offers it.</summary>
    public async Task<RentalItemOutcome> AddAsync(RentalItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await turns.EnterAsync($"orders/items/{db.Scope.Current:N}");
        if (await db.RentalItems.AnyAsync(row => row.Code == content.Code))
        {
            return new RentalItemOutcome.CodeTaken();
        }

        var item = new RentalItem { Id = Guid.CreateVersion7(), Code = content.Code, Name = content.Name, ChangedBy = actor.Name };
        content.ApplyTo(item);
        db.RentalItems.Add(item);
        if (content.Monthly is { } monthly)
        {
            db.ItemPrices.Add(new ItemPrice { ItemId = item.Id, From = clock.Today, Monthly = monthly.Amount });
        }

        Record(audit, OrderEvents.ItemAdded, item, new { item = item.Code, itemName = item.Name, monthly = content.Monthly?.Amount });
        return new RentalItemOutcome.Done(item);
    }

    /// <param name="version">As the page showed it.</param>
    public async Task<RentalItemOutcome> ChangeAsync(Guid id, int version, RentalItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var item = await LockAsync(db, id);
        if (item.Version != version)
        {
            return new RentalItemOutcome.Conflict(item);
        }

        var changes = RentalItemContent.Of(item).Facts.Zip(content.Facts).Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value });
        if (changes.Count == 0)
        {
            return new RentalItemOutcome.Unchanged();
        }

        content.ApplyTo(item);
        item.ChangedBy = actor.Name;
        Record(audit, OrderEvents.ItemChanged, item, new { item = item.Code, changes });
        return new RentalItemOutcome.Done(item);
    }

    /// <summary>Offers it, or offers it no longer; baskets keep it and say so.</summary>
    /// <param name="version">As the page showed it.</param>
    public async Task<RentalItemOutcome> OfferAsync(Guid id, int version, bool isOffered)
    {
        var item = await LockAsync(db, id);
        if (item.IsOffered == isOffered)
        {
            return new RentalItemOutcome.Unchanged();
        }

        if (item.Version != version)
        {
            return new RentalItemOutcome.Conflict(item);
        }

        (item.IsOffered, item.ChangedBy) = (isOffered, actor.Name);
        Record(audit, isOffered ? OrderEvents.ItemRestored : OrderEvents.ItemWithdrawn, item, new { item = item.Code });
        return new RentalItemOutcome.Done(item);
    }

    /// <summary>Its events name it by its id, so that its page tells its history.</summary>
    internal static void Record(AuditLog audit, string kind, RentalItem item, object details) =>
        audit.Record(kind, new AuditSubject(item.Id, item.Code, null), details: details);

    /// <summary>The item as it is now, and stays until the transaction ends.</summary>
    internal static async Task<RentalItem> LockAsync(PortalDbContext db, Guid id)
    {
        await db.RentalItems.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        return await db.RentalItems.SingleAsync(row => row.Id == id);
    }
}
