using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Documents;

/// <param name="Others">The other languages in which it was made.</param>
public sealed record FoundDocument(OrderDocument Document, IReadOnlyList<string> Others);

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

    /// <summary>
    /// The document in the language of the holder, in which letters are written to it; where there is none in that, in
    /// the first that there is.
    /// </summary>
    /// <param name="chosen">Another language that somebody asks for.</param>
    public async Task<FoundDocument?> FindAsync(RentalOrder order, string? chosen)
    {
        ArgumentNullException.ThrowIfNull(order);
        var made = await db.OrderDocuments.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.Language).ToListAsync();
        if (made.Count == 0)
        {
            return null;
        }

        var holders = await db.Contracts.Where(row => row.Id == order.ContractId).Select(row => row.Holder!.Language).SingleAsync()
            ?? tenant.Value.Profile.DefaultLanguage;
        var shown = made.Find(row => row.Language == chosen) ?? made.Find(row => row.Language == holders) ?? made[0];
        return new FoundDocument(shown, [.. made.Where(row => row != shown).Select(row => row.Language)]);
    }
}
