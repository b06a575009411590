using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>
/// Moves an application as the rules let it (ORDER-5, CANCEL-2), whatever asks: the staff, the back office, the
/// customer. Under its lock, so that an answer that comes five times on two nodes at once has one effect (ML-03).
/// </summary>
public sealed class OrderMoves(PortalDbContext db, OrderLocks locks, OrderRecords records, OrderDocuments documents, AuditActor actor,
    TenantClock clock)
{
    /// <param name="reason">What the provider says to it; the customer reads it.</param>
    /// <param name="seen">The version that somebody decides about; null for who decides about any.</param>
    public async Task<OrderOutcome> MoveAsync(Guid orderId, OrderMove move, string? reason = null, int? seen = null)
    {
        var basedOn = await db.RentalOrders.Where(row => row.Id == orderId && row.Kind == OrderKind.Cancellation)
            .Select(row => row.BasedOn).SingleOrDefaultAsync();
        var of = basedOn is { } id ? await locks.EnterAsync(id) : null;
        var order = await locks.EnterAsync(orderId);
        if (seen is { } version && version != order.Version)
        {
            return new OrderOutcome.Refused(order);
        }

        if (OrderRules.After(order.Kind, order.Status, move, order.IsCalledOff) is not { } to)
        {
            return OrderRules.IsMade(order.Status, move) ? new OrderOutcome.Unchanged(order) : new OrderOutcome.Refused(order);
        }

        // Nothing of it is cut.
        var said = Said(order.Reason, reason);
        if (said != order.Reason && reason?.Length > Room(order, move))
        {
            return new OrderOutcome.TooLong(order, Room(order, move));
        }

        var now = clock.Now;
        order.Status = to;
        order.Version++;
        order.WaitingSince = OrderRules.AwaitsProvider(order.Kind, to) ? now : null;
        if (move == OrderMove.Arrange)
        {
            order.ArrangedAt = now;
        }
        else
        {
            (order.DecidedAt, order.DecidedBy) = (now, actor.Name);
        }

        order.Reason = said;
        await FollowAsync(order, of, move);
        records.Record(Event(move), order, new { kind = order.Kind.ToString() }, reason);
        return new OrderOutcome.Done(order);
    }

    /// <summary>
    /// How long the reason of a move can be, in UTF-16 units. Whoever accepts an order leaves room for whoever arranges
    /// it; those that were accepted before this was asked may have none left.
    /// </summary>
    public static int Room(RentalOrder order, OrderMove move)
    {
        ArgumentNullException.ThrowIfNull(order);
        var most = move == OrderMove.Accept && order.Kind == OrderKind.Order ? OrderLimits.Reason : 2 * OrderLimits.Reason;
        return order.Reason is { Length: > 0 } before ? Math.Max(0, most - before.Length - 1) : most;
    }

    private async Task FollowAsync(RentalOrder order, RentalOrder? of, OrderMove move)
    {
        foreach (var line in of is null ? [] : order.Lines)
        {
            // What is decided is held no longer; what was accepted is gone for good.
            var running = of!.Lines.Single(each => each.Position == line.Position);
            running.Held -= line.Quantity;
            if (move == OrderMove.Accept)
            {
                // Others may have been accepted since this one was sent: its receipt begins with what runs now.
                line.Before = running.Running.Runs;
                running.Cancelled += line.Quantity;
            }
        }

        if (move == OrderMove.Accept && of is { Status: OrderStatus.Accepted })
        {
            await CallOffAsync(of, order);
        }

        if (move == OrderMove.Accept && order.Kind != OrderKind.Quote)
        {
            await documents.MakeAsync(order, of);
        }

        if (move == OrderMove.Withdraw)
        {
            await records.TellWithdrawnAsync(order, of!.Named);
        }
    }

    // What nobody will use is not to be brought; what is used until a later day is.
    private async Task CallOffAsync(RentalOrder of, RentalOrder cancellation)
    {
        var returns = await OrderReturns.OfAsync(db.RentalOrders.Where(row => row.Id != cancellation.Id), of.Id);
        var left = new OrderInUse(of, [.. returns, .. OrderReturns.Of(cancellation)], of.Period.DayOfBringing(clock.Today));
        if (left.Lines.All(line => line.Runs == 0))
        {
            of.WaitingSince = null;
            of.Version++;
        }
    }

    // What was said at the acceptance stays beside what is said when the goods are arranged.
    private static string? Said(string? before, string? now) => (before, now) switch
    {
        (_, null or "") => before,
        (null or "", _) => now,
        _ => before == now ? before : $"{before}\n{now}",
    };

    private static string Event(OrderMove move) => move switch
    {
        OrderMove.Accept => OrderEvents.Accepted,
        OrderMove.Fail => OrderEvents.Failed,
        OrderMove.Arrange => OrderEvents.Arranged,
        OrderMove.Withdraw => OrderEvents.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };
}
