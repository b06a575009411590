using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>What comes to its end after a day, and what an order costs a month from then on.</summary>
public sealed record OrderChange(DateOnly LastDay, IReadOnlyList<(RentalOrderLine Line, int Quantity)> Gone, DocumentTotals After);

/// <summary>What of an order is in use on a day (CANCEL-1).</summary>
/// <param name="Returns">All that was given back of it for good.</param>
public sealed record OrderInUse(RentalOrder Order, IReadOnlyList<LineReturn> Returns, DateOnly Day)
{
    public IReadOnlyList<RunningLine> Lines => [.. Order.Lines.Select(Of)];

    /// <summary>For a month.</summary>
    public DocumentTotals Totals => TotalsOn(Day);

    /// <summary>Given back for good, and still in use.</summary>
    public bool HasLeaving => Returns.Any(each => each.LastDay >= Day);

    /// <summary>What is still to change within its period, the first day first.</summary>
    public IReadOnlyList<OrderChange> Changes =>
    [
        .. Returns.Where(each => each.LastDay >= Day && Order.Period.RunsOn(each.LastDay.AddDays(1)))
            .GroupBy(each => each.LastDay).OrderBy(day => day.Key)
            .Select(day => new OrderChange(day.Key,
                [.. day.GroupBy(each => each.Position).OrderBy(line => line.Key).Select(line =>
                    (Order.Lines.Single(each => each.Position == line.Key), line.Sum(each => each.Quantity)))],
                TotalsOn(day.Key.AddDays(1)))),
    ];

    public RunningLine Of(RentalOrderLine line) => On(line, Day);

    /// <summary>Pieces of a line that were given back for good, and are still in use.</summary>
    public int Leaving(RentalOrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Cancelled - Of(line).Cancelled;
    }

    private RunningLine On(RentalOrderLine line, DateOnly day) =>
        line.Running.On(Returns.Where(each => each.Position == line.Position), day);

    private DocumentTotals TotalsOn(DateOnly day) =>
        DocumentTotals.OfRunning(Order.Lines.Select(line => On(line, day)), Order.TaxRounding);
}
