using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Placing;

/// <summary>Prices of what is about to be ordered: those of today, or of a quote that still holds.</summary>
public sealed class OrderPricing(PortalDbContext db, RentalCatalogue catalogue, Baskets baskets, TenantClock clock)
{
    /// <summary>The basket, without what is no longer offered.</summary>
    public async Task<IReadOnlyList<PricedLine>> BasketAsync(Guid userId, DateOnly? startsOn = null)
    {
        var lines = await baskets.Of(userId).AsNoTracking().ToListAsync();
        var priced = await catalogue.OfAsync([.. lines.Select(line => line.ItemId)]);
        return [.. lines.Where(line => priced.ContainsKey(line.ItemId))
            .Select(line => Line(priced[line.ItemId], line.Quantity, startsOn ?? clock.Today))];
    }

    /// <summary>The lines of a quote at its prices, taxed by the rates of the day on which the rental begins.</summary>
    public async Task<IReadOnlyList<PricedLine>> QuotedAsync(RentalOrder quote, DateOnly? startsOn = null)
    {
        ArgumentNullException.ThrowIfNull(quote);
        string[] codes = [.. quote.Lines.Select(line => line.Code)];
        var classes = await db.RentalItems.Where(item => codes.Contains(item.Code))
            .ToDictionaryAsync(item => item.Id, item => item.TaxClass);
        return [.. quote.Lines.OrderBy(line => line.Position).Select(line => new PricedLine(line.ItemId, line.Code, line.Name, line.NameEn,
            line.Quantity, new Yen(line.Monthly), line.MinimumMonths,
            classes.TryGetValue(line.ItemId, out var taxClass)
                ? catalogue.Terms.RateOf(taxClass, startsOn ?? clock.Today)
                : new TaxRate(line.TaxRate)))];
    }

    /// <summary>What was ordered of a quote so far, but for what could not be accepted; none of no quote.</summary>
    public async Task<IReadOnlyList<QuoteOrder>> FormerAsync(RentalOrder? quote) => quote is null ? [] : await db.RentalOrders
        .Where(row => row.BasedOn == quote.Id && row.Kind == OrderKind.Order && row.Status != OrderStatus.Failed)
        .OrderBy(row => row.Number).Select(row => new QuoteOrder(row.Number, row.CreatedAt, row.AuthorName)).ToListAsync();

    public PricedOrder Sum(IReadOnlyList<PricedLine> lines, RentalPeriod period) =>
        PricedOrder.Of(lines, period.BilledMonths, catalogue.Terms.TaxRounding);

    /// <summary>The quote of that number, where its prices still hold for this reader.</summary>
    public async Task<RentalOrder?> QuoteAsync(OrderReader reader, string? number)
    {
        var quote = await FindQuoteAsync(reader, number);
        return quote is { ValidUntil: { } until } && OrderRules.IsOrderable(quote.Status, until, clock.Today) ? quote : null;
    }

    /// <summary>The quote of that number, whether it can be ordered or not.</summary>
    public async Task<RentalOrder?> FindQuoteAsync(OrderReader reader, string? number)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return OrderNumber.Read(number) is { Kind: OrderKind.Quote } named
            ? await reader.Orders(db).AsNoTracking().Include(row => row.Lines)
                .SingleOrDefaultAsync(row => row.Kind == OrderKind.Quote && row.Number == named.Number)
            : null;
    }

    // A supply is taxed by the rate of its time: that of the day on which the rental begins.
    private PricedLine Line(PricedItem priced, int quantity, DateOnly startsOn) => new(priced.Item.Id, priced.Item.Code, priced.Item.Name,
        priced.Item.NameEn, quantity, priced.Monthly, priced.Item.MinimumMonths, catalogue.Terms.RateOf(priced.Item.TaxClass, startsOn));
}
