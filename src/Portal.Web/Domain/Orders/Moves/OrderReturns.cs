using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>What was given back of an order for good, and until when it is used (CANCEL-1).</summary>
public static class OrderReturns
{
    /// <param name="orders">Where its cancellations are looked for.</param>
    public static async Task<IReadOnlyList<LineReturn>> OfAsync(IQueryable<RentalOrder> orders, Guid orderId)
    {
        var accepted = await orders.AsNoTracking().Include(row => row.Lines)
            .Where(row => row.BasedOn == orderId && row.Kind == OrderKind.Cancellation && row.Status == OrderStatus.Accepted)
            .ToListAsync();
        return [.. accepted.SelectMany(Of)];
    }

    /// <param name="cancellation">Accepted, or about to be.</param>
    public static IEnumerable<LineReturn> Of(RentalOrder cancellation)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        return cancellation.Lines.Select(line => new LineReturn(line.Position, line.Quantity, cancellation.ReturnsOn!.Value));
    }

    /// <summary>What of an order is in use now.</summary>
    /// <param name="today">The day in the seller's zone.</param>
    public static async Task<OrderInUse> NowAsync(IQueryable<RentalOrder> orders, RentalOrder order, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new OrderInUse(order, order.IsReduced ? await OfAsync(orders, order.Id) : [], order.Period.DayOfUse(today));
    }
}
