using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>
/// Makes the document of an application, once, in every language of the tenant: a quote when it is sent, an order's
/// confirmation and a cancellation's receipt when they are accepted (ORDER-7).
/// </summary>
public sealed class OrderDocuments(PortalDbContext db, CurrentTenant tenant, TenantClock clock)
{
    /// <param name="of">The order that a cancellation is of, as it is after it.</param>
    public async Task MakeAsync(RentalOrder order, RentalOrder? of)
    {
        ArgumentNullException.ThrowIfNull(order);
        var zone = clock.Zone;
        var holder = await db.Contracts.Where(row => row.Id == order.ContractId).Select(row => row.Holder!.Name).SingleAsync();
        foreach (var language in tenant.Value.Profile.Languages)
        {
            var facts = new DocumentFacts(order, of, holder, tenant.Value.Profile.Orders!, zone.DayOf(order.CreatedAt),
                zone.DayOf(order.DecidedAt ?? order.CreatedAt));
            var words = new DocumentWords(language);
            var content = order.Kind == OrderKind.Cancellation
                ? new CancellationDocument(facts, words).Write()
                : new PurchaseDocument(facts, words).Write();
            db.OrderDocuments.Add(new OrderDocument
            {
                OrderId = order.Id,
                Language = language,
                MadeAt = order.DecidedAt ?? order.CreatedAt,
                Content = content.Write(),
            });
        }
    }

    /// <summary>The document in the reader's language, or in the first that there is.</summary>
    public async Task<OrderDocument?> FindAsync(Guid orderId, string language)
    {
        var made = await db.OrderDocuments.AsNoTracking().Where(row => row.OrderId == orderId).ToListAsync();
        return made.Find(row => row.Language == language) ?? made.FirstOrDefault();
    }
}
