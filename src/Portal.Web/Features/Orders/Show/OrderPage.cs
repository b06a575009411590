using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Show;

/// <summary>Another application that this one is about, or that is about this one.</summary>
public sealed record OrderLink(OrderKind Kind, int Number, OrderStatus Status, bool IsBefore, DateTimeOffset CreatedAt, string AuthorName)
{
    public OrderNumber Named => new(Kind, Number);
}

/// <summary>One application as its page shows it.</summary>
/// <param name="Totals">As it was applied for.</param>
/// <param name="InUse">Of an order: what of it is in use today.</param>
/// <param name="IsReceipt">It was sent a moment ago.</param>
public sealed record OrderPage(OrderTarget Target, DocumentTotals Totals, IReadOnlyList<OrderLink> Links, OrderInUse InUse,
    bool HasDocument, bool IsRunning, bool IsOver, bool IsOrderable, bool IsReceipt)
{
    public RentalOrder Order => Target.Order;

    public bool IsCancellation => Order.Kind == OrderKind.Cancellation;

    /// <summary>It was withdrawn or refused: what it asked for did not come to be.</summary>
    public bool IsVoid => Order.Status is OrderStatus.Withdrawn or OrderStatus.Failed;

    /// <summary>An order that the provider has yet to decide about: nothing of it can be cancelled so far.</summary>
    public bool IsAwaited => Order is { Kind: OrderKind.Order, Status: OrderStatus.Received };

    /// <summary>It can be taken back.</summary>
    public bool IsWithdrawable => OrderRules.After(Order.Kind, Order.Status, OrderMove.Withdraw) is not null;

    /// <summary>What it costs a month now; null where it costs what was applied for, or is over.</summary>
    public DocumentTotals? Now => IsRunning && Order.IsReduced ? InUse.Totals : null;

    /// <summary>What was given back and is in use until a day to come.</summary>
    public IReadOnlyList<OrderChange> Changes => IsRunning ? InUse.Changes : [];

    /// <summary>What was ordered of this quote so far.</summary>
    public IReadOnlyList<QuoteOrder> Ordered =>
    [
        .. Links.Where(link => IsOrderable && !link.IsBefore && link is { Kind: OrderKind.Order, Status: not OrderStatus.Failed })
            .Select(link => new QuoteOrder(link.Number, link.CreatedAt, link.AuthorName)),
    ];

    public bool IsCancellable => IsRunning && Order.Lines.Any(line => line.Running.Free > 0);
}

/// <summary>Reads what the page of an application shows.</summary>
public sealed class OrderPages(PortalDbContext db, TenantClock clock)
{
    public async Task<OrderPage> ReadAsync(OrderTarget target, bool isReceipt)
    {
        ArgumentNullException.ThrowIfNull(target);
        var order = target.Order;
        var months = order.Period.BilledMonths;
        var totals = DocumentTotals.Of(order.Lines.Select(line =>
            new TaxedAmount(new Yen(line.Monthly) * line.Quantity * months, new TaxRate(line.TaxRate))), order.TaxRounding);
        var links = await target.Reader.Orders(db).Where(row => row.Id == order.BasedOn || row.BasedOn == order.Id)
            .OrderBy(row => row.CreatedAt).Select(row => new OrderLink(row.Kind, row.Number, row.Status, row.Id == order.BasedOn,
                row.CreatedAt, row.AuthorName))
            .ToListAsync();
        var inUse = await OrderReturns.NowAsync(target.Reader.Orders(db), order, clock.Today);
        return new OrderPage(target, totals, links, inUse, await db.OrderDocuments.AnyAsync(row => row.OrderId == order.Id),
            OrderRules.Runs(order.Kind, order.Status, order.Period, clock.Today),
            order.IsOverOn(clock.Today),
            order is { Kind: OrderKind.Quote, ValidUntil: { } until } && OrderRules.IsOrderable(order.Status, until, clock.Today),
            isReceipt);
    }
}
