using System.Text.Json;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.Orders;

/// <summary>What the back office is told of an application; the docs describe the form.</summary>
/// <param name="ValidUntil">Of a quote: the last day of its prices.</param>
internal sealed record OrderTold(string Number, OrderKind Kind, DateTimeOffset AppliedAt, OrderTold.Customer Contract,
    OrderTold.Person Applicant, string? BasedOn, DateOnly StartsOn, int? Months, DateOnly? ValidUntil, DateOnly? ReturnsOn,
    DeliveryAddress Address, string Contact, string ContactPhone, DeliveryWindow Window, string Remarks,
    IReadOnlyList<OrderTold.Line> Lines, long Net, long Tax)
{
    public static OrderTold Of(RentalOrder order, OrderNumber? basedOn, Customer contract, Person applicant) => new(
        order.Named.ToString(), order.Kind, order.CreatedAt, contract, applicant, basedOn?.ToString(), order.StartsOn, order.Months,
        order.ValidUntil, order.ReturnsOn, order.Address, order.Contact, order.ContactPhone, order.Window, order.Remarks,
        [.. order.Lines.Select(line => new Line(line.Position, line.Code, line.Quantity, line.Monthly, line.TaxRate,
            order.Kind == OrderKind.Cancellation ? line.Fee : null))], order.Net, order.Tax);

    /// <summary>Whose application it is: the contract's number, and its holder's name.</summary>
    public sealed record Customer(string Number, string Holder);

    /// <summary>Who sent it. Several people share a login ID, and the same address may be with several.</summary>
    public sealed record Person(string Name, string? LoginId, string? Email);

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
