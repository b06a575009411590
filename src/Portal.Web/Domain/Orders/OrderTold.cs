using System.Text.Json;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.Orders;

/// <summary>What the back office is told of an application; the docs describe the form.</summary>
internal sealed record OrderTold(string Number, OrderKind Kind, string? BasedOn, DateOnly StartsOn, int? Months, DateOnly? ReturnsOn,
    DeliveryAddress Address, string Contact, string ContactPhone, DeliveryWindow Window, string Remarks,
    IReadOnlyList<OrderTold.Line> Lines, long Net, long Tax)
{
    public static OrderTold Of(RentalOrder order, OrderNumber? basedOn) => new(order.Named.ToString(), order.Kind, basedOn?.ToString(),
        order.StartsOn, order.Months, order.ReturnsOn, order.Address, order.Contact, order.ContactPhone, order.Window, order.Remarks,
        [.. order.Lines.Select(line => new Line(line.Position, line.Code, line.Quantity, line.Monthly, line.TaxRate,
            order.Kind == OrderKind.Cancellation ? line.Fee : null))], order.Net, order.Tax);

    /// <param name="Monthly">Yen for one piece, without tax.</param>
    /// <param name="TaxRate">In hundredths of a per cent.</param>
    public sealed record Line(int Position, string Code, int Quantity, long Monthly, int TaxRate, long? Fee);
}

internal sealed record OrderSubmitted(JsonElement Order) : PortalWebhook
{
    internal override string Kind => "orders.submitted";
}

internal sealed record OrderWithdrawn(string Number) : PortalWebhook
{
    internal override string Kind => "orders.withdrawn";
}
