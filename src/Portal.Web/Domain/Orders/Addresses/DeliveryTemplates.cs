using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Orders.Addresses;

/// <summary>
/// Delivery templates of a login ID (ORDER-3). Every act holds the lock of the login ID's contract: however many are
/// added at once, there are never more than may be (AZ-19). Who changed one is named as people read it: the login ID is
/// everybody's.
/// </summary>
public sealed class DeliveryTemplates(PortalDbContext db, AccountLocks locks, AuditLog audit)
{
    /// <summary>In the order in which people put them.</summary>
    public IQueryable<DeliveryTemplate> Of(OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return db.DeliveryTemplates.Where(row => row.ContractId == reader.ContractId).OrderBy(row => row.Position).ThenBy(row => row.Id);
    }

    public async Task<TemplateOutcome> AddAsync(OrderReader reader, string name, DeliveryAddress address)
    {
        var all = await LockAsync(reader);
        if (all.Count >= OrderLimits.Templates)
        {
            return new TemplateOutcome.Full();
        }

        if (all.Exists(row => LooksLike(row.Name, name)))
        {
            return new TemplateOutcome.NameTaken();
        }

        var added = new DeliveryTemplate
        {
            Id = Guid.CreateVersion7(),
            ContractId = reader.ContractId,
            Name = name,
            Position = all.Count + 1,
            Address = address,
            ChangedBy = reader.User.DisplayName,
        };
        db.DeliveryTemplates.Add(added);
        Record(OrderEvents.TemplateAdded, added);
        return new TemplateOutcome.Done(added);
    }

    /// <param name="version">As the form was opened.</param>
    public async Task<TemplateOutcome> ChangeAsync(OrderReader reader, Guid id, int version, string name, DeliveryAddress address)
    {
        var all = await LockAsync(reader);
        if (all.Find(each => each.Id == id) is not { } row)
        {
            return new TemplateOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new TemplateOutcome.Elsewhere(row);
        }

        if (all.Exists(other => other.Id != id && LooksLike(other.Name, name)))
        {
            return new TemplateOutcome.NameTaken();
        }

        if (row.Name == name && row.Address == address)
        {
            return new TemplateOutcome.Unchanged();
        }

        (row.Name, row.Address, row.ChangedBy) = (name, address, reader.User.DisplayName);
        Record(OrderEvents.TemplateChanged, row);
        return new TemplateOutcome.Done(row);
    }

    /// <summary>One place up or down.</summary>
    public async Task<TemplateOutcome> MoveAsync(OrderReader reader, Guid id, bool up)
    {
        var all = await LockAsync(reader);
        var place = all.FindIndex(each => each.Id == id);
        var other = place + (up ? -1 : 1);
        if (place < 0)
        {
            return new TemplateOutcome.Gone();
        }

        if (other < 0 || other >= all.Count)
        {
            return new TemplateOutcome.Unchanged();
        }

        (all[place], all[other]) = (all[other], all[place]);
        await NumberAsync(all);
        Record(OrderEvents.TemplateMoved, all[other]);
        return new TemplateOutcome.Done(all[other]);
    }

    /// <param name="version">As it was shown.</param>
    public async Task<TemplateOutcome> DeleteAsync(OrderReader reader, Guid id, int version)
    {
        var all = await LockAsync(reader);
        if (all.Find(each => each.Id == id) is not { } row)
        {
            return new TemplateOutcome.Gone();
        }

        if (row.Version != version)
        {
            return new TemplateOutcome.Elsewhere(row);
        }

        db.DeliveryTemplates.Remove(row);
        all.Remove(row);
        await NumberAsync(all);
        Record(OrderEvents.TemplateDeleted, row);
        return new TemplateOutcome.Done(row);
    }

    /// <summary>Two that look the same could not be told apart in a list (ADR 0062).</summary>
    public static bool LooksLike(string name, string other) => CanonicalText.LoginId(name) == CanonicalText.LoginId(other);

    // A place is no part of what a form shows: it counts as no change of the template.
    private async Task NumberAsync(List<DeliveryTemplate> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            var (id, position) = (all[i].Id, i + 1);
            await db.DeliveryTemplates.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, position));
        }
    }

    private async Task<List<DeliveryTemplate>> LockAsync(OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await locks.ContractAsync(reader.ContractId);
        return await Of(reader).ToListAsync();
    }

    private void Record(string kind, DeliveryTemplate row) =>
        audit.Record(kind, new AuditSubject(null, row.Name, row.ContractId));
}
