using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Placing;

/// <summary>What somebody asks for, beside the lines.</summary>
/// <param name="Quote">Number of the quote whose lines and prices it has; null for the basket's.</param>
public sealed record OrderRequest(OrderKind Kind, RentalPeriod Period, DeliveryAddress Address, string Contact, string ContactPhone,
    DeliveryWindow Window, string Remarks, string? Quote);

/// <summary>What became of it.</summary>
public abstract record PlacingOutcome
{
    private PlacingOutcome()
    {
    }

    public sealed record Placed(RentalOrder Order) : PlacingOutcome;

    /// <summary>Lines or prices are not those that were shown.</summary>
    public sealed record Changed(PricedOrder Now) : PlacingOutcome;

    /// <summary>Its term ends before a minimum term does, or cannot be agreed on at all.</summary>
    public sealed record WrongPeriod(IReadOnlyList<PeriodFault> Faults) : PlacingOutcome;

    /// <summary>Nothing is left to be ordered.</summary>
    public sealed record Empty : PlacingOutcome;
}

/// <summary>
/// Makes a quote or an order of the basket or of a quote (ORDER-4): row, document, event and the message to the back
/// office are one transaction, and what was ordered leaves the basket in it.
/// </summary>
public sealed class OrderPlacing(OrderPricing pricing, Baskets baskets, RentalCatalogue catalogue, OrderLocks locks,
    OrderRecords records, OrderDocuments documents, TenantClock clock)
{
    /// <param name="seen">What the check page showed.</param>
    public async Task<PlacingOutcome> PlaceAsync(OrderReader reader, OrderRequest request, string? seen)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        await baskets.EnterAsync(reader.User.Id);
        var quote = await pricing.QuoteAsync(reader, request.Quote);
        if (quote is not null)
        {
            // A colleague who orders the same quote at this moment is before or behind this, and so is the desk:
            // what it did not accept meanwhile cannot be ordered.
            await locks.EnterAsync(quote.Id);
            quote = await pricing.QuoteAsync(reader, request.Quote);
        }

        var lines = quote is not null ? await pricing.QuotedAsync(quote, request.Period.Start)
            : request.Quote is null ? await pricing.BasketAsync(reader.User.Id, request.Period.Start)
            : [];
        if (lines.Count == 0)
        {
            return new PlacingOutcome.Empty();
        }

        var priced = pricing.Sum(lines, request.Period) with { Former = await pricing.FormerAsync(quote) };
        if (priced.Seen != seen)
        {
            return new PlacingOutcome.Changed(priced);
        }

        if (request.Period.Find(clock.Today, catalogue.Terms.DaysAhead, priced.MinimumMonths) is { Count: > 0 } faults)
        {
            return new PlacingOutcome.WrongPeriod(faults);
        }

        var order = Order(reader, request, priced, quote);
        await records.SubmitAsync(order, quote?.Named);
        if (quote is null)
        {
            await baskets.ClearAsync(reader.User.Id);
        }

        if (order.Kind == OrderKind.Quote)
        {
            await documents.MakeAsync(order, null);
        }

        return new PlacingOutcome.Placed(order);
    }

    private RentalOrder Order(OrderReader reader, OrderRequest request, PricedOrder priced, RentalOrder? quote)
    {
        var order = new RentalOrder
        {
            Id = Guid.CreateVersion7(),
            Kind = request.Kind,
            ContractId = reader.ContractId,
            AuthorId = reader.User.Id,
            AuthorName = reader.User.DisplayName,
            CreatedAt = clock.Now,
            StartsOn = request.Period.Start,
            Months = request.Period.Months,
            ValidUntil = request.Kind == OrderKind.Quote ? clock.Today.AddDays(catalogue.Terms.QuoteDays) : null,
            Address = request.Address,
            Contact = request.Contact,
            ContactPhone = request.ContactPhone,
            Window = request.Window,
            Remarks = request.Remarks,
            BasedOn = quote?.Id,
            Net = priced.Totals.Net.Amount,
            Tax = priced.Totals.Tax.Amount,
            TaxRounding = catalogue.Terms.TaxRounding,
        };
        foreach (var line in priced.Lines)
        {
            order.Lines.Add(new RentalOrderLine
            {
                OrderId = order.Id,
                Position = order.Lines.Count + 1,
                ItemId = line.ItemId,
                Code = line.Code,
                Name = line.Name,
                NameEn = line.NameEn,
                Quantity = line.Quantity,
                Monthly = line.Monthly.Amount,
                MinimumMonths = line.MinimumMonths,
                TaxRate = line.Rate.Hundredths,
            });
        }

        return order;
    }
}
