using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.Orders;

/// <summary>
/// What every step of an application leaves behind, in its transaction: its number, its one event, and what the back
/// office is told.
/// </summary>
public sealed class OrderRecords(PortalDbContext db, KeyLock turns, AuditLog audit, WebhookQueue webhooks)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// Stores a new application under the next number of its kind. Who does it holds the turn until the row is there
    /// for the next, so no number is given twice; and tells the back office (ORDER-4, ORDER-5).
    /// </summary>
    public async Task SubmitAsync(RentalOrder order, OrderNumber? basedOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        await turns.EnterAsync($"orders/number/{db.Scope.Current:N}/{order.Kind}");
        order.Number = (await db.RentalOrders.Where(row => row.Kind == order.Kind).MaxAsync(row => (int?)row.Number) ?? 0) + 1;
        order.WaitingSince = order.CreatedAt;
        db.RentalOrders.Add(order);
        await db.SaveChangesAsync();
        Record(OrderEvents.Submitted, order,
            new { kind = order.Kind.ToString(), total = order.Total.Amount, basedOn = basedOn?.ToString() });
        await TellSubmittedAsync(order, basedOn);
    }

    /// <summary>The back office is told that a cancellation is none any more.</summary>
    public Task TellWithdrawnAsync(RentalOrder order, OrderNumber basedOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        return webhooks.EnqueueAsync(new OrderWithdrawn(order.Named.ToString()), basedOn.ToString(), $"order/{order.Id:N}/withdrawn");
    }

    /// <summary>The back office is told all of an application, and whose it is (ORDER-5).</summary>
    private async Task TellSubmittedAsync(RentalOrder order, OrderNumber? basedOn)
    {
        var contract = await db.Contracts.Where(row => row.Id == order.ContractId)
            .Select(row => new OrderTold.Customer(row.Number, row.Holder!.Name)).SingleAsync();
        var author = await db.Users.Where(row => row.Id == order.AuthorId).Select(row => new { row.UserName, row.Email }).SingleAsync();
        var told = OrderTold.Of(order, basedOn, contract, new OrderTold.Person(order.AuthorName, author.UserName, author.Email));
        await webhooks.EnqueueAsync(new OrderSubmitted(JsonSerializer.SerializeToElement(told, Form)),
            (basedOn ?? order.Named).ToString(), $"order/{order.Id:N}/submitted");
    }

    /// <summary>The event, whose subject is the application.</summary>
    internal void Record(string kind, RentalOrder order, object? details = null, string? reason = null) =>
        audit.Record(kind, new AuditSubject(null, order.Named.ToString(), order.ContractId), reason, details);
}
