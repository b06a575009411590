using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>What somebody wants to give back.</summary>
/// <param name="Given">How many of each line, by its position; lines that are left out go on whole.</param>
public sealed record CancellationRequest(IReadOnlyDictionary<int, int> Given, DateOnly ReturnsOn, DeliveryAddress Address, string Contact,
    string ContactPhone, DeliveryWindow Window, string Reason);

/// <summary>What giving back comes to, before it is sent.</summary>
/// <param name="Lines">All lines of the order that run, also those that go on whole.</param>
public sealed record CancellationPreview(IReadOnlyList<(RentalOrderLine Line, CancelledLine Comes)> Lines)
{
    public Yen MonthlyBefore => Yen.Sum(Lines.Select(line => line.Comes.MonthlyBefore));

    public Yen MonthlyAfter => Yen.Sum(Lines.Select(line => line.Comes.MonthlyAfter));

    public Yen Fees => Yen.Sum(Lines.Select(line => line.Comes.Fee));
}

public abstract record CancellationOutcome
{
    private CancellationOutcome()
    {
    }

    public sealed record Sent(RentalOrder Cancellation) : CancellationOutcome;

    /// <summary>The order does not run.</summary>
    public sealed record NotRunning : CancellationOutcome;

    public sealed record WrongDay(ReturnFault Fault) : CancellationOutcome;

    public sealed record WrongQuantity(QuantityFault Fault) : CancellationOutcome;
}

/// <summary>
/// Asks to give back all or a part of an order (CANCEL-1). What is asked for is held at the order's lines, under its
/// lock, until it is decided or taken back: never more than runs, however many ask at once (CANCEL-2, AZ-19).
/// </summary>
public sealed class Cancelling(OrderLocks locks, OrderRecords records, TenantClock clock)
{
    /// <summary>What it would come to; the request must fit the order.</summary>
    public static CancellationPreview Preview(RentalOrder order, IReadOnlyDictionary<int, int> given, DateOnly returnsOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(given);
        return new CancellationPreview([.. order.Lines.Where(line => line.Running.Runs > 0).OrderBy(line => line.Position)
            .Select(line => (line, CancellationRules.Apply(line.Running, given.GetValueOrDefault(line.Position), order.StartsOn,
                returnsOn)))]);
    }

    /// <returns>Null where the request fits the order as it is.</returns>
    public CancellationOutcome? Find(RentalOrder order, IReadOnlyDictionary<int, int> given, DateOnly returnsOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(given);
        return !OrderRules.Runs(order.Kind, order.Status, order.Period, clock.Today) ? new CancellationOutcome.NotRunning()
            : CancellationRules.Find(order.Period, returnsOn, clock.Today) is { } day ? new CancellationOutcome.WrongDay(day)
            : CancellationRules.Find([.. order.Lines.Select(line => (line.Running, given.GetValueOrDefault(line.Position)))]) is { } fault
                ? new CancellationOutcome.WrongQuantity(fault)
            : given.Keys.All(position => order.Lines.Any(line => line.Position == position)) ? null
            : new CancellationOutcome.WrongQuantity(QuantityFault.MoreThanRuns);
    }

    public async Task<CancellationOutcome> SendAsync(OrderReader reader, Guid orderId, CancellationRequest request)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        var order = await locks.EnterAsync(orderId);
        if (Find(order, request.Given, request.ReturnsOn) is { } obstacle)
        {
            return obstacle;
        }

        var cancellation = Cancellation(reader, order, request);
        foreach (var line in cancellation.Lines)
        {
            order.Lines.Single(each => each.Position == line.Position).Held += line.Quantity;
        }

        await records.SubmitAsync(cancellation, order.Named);
        return new CancellationOutcome.Sent(cancellation);
    }

    private RentalOrder Cancellation(OrderReader reader, RentalOrder order, CancellationRequest request)
    {
        var row = new RentalOrder
        {
            Id = Guid.CreateVersion7(),
            Kind = OrderKind.Cancellation,
            ContractId = order.ContractId,
            AuthorId = reader.User.Id,
            AuthorName = reader.User.DisplayName,
            CreatedAt = clock.Now,
            StartsOn = order.StartsOn,
            Months = order.Months,
            ReturnsOn = request.ReturnsOn,
            Address = request.Address,
            Contact = request.Contact,
            ContactPhone = request.ContactPhone,
            Window = request.Window,
            Remarks = request.Reason,
            BasedOn = order.Id,
        };
        var preview = Preview(order, request.Given, request.ReturnsOn);
        row.Net = preview.Fees.Amount;
        foreach (var (line, comes) in preview.Lines.Where(each => each.Comes.Given > 0))
        {
            row.Lines.Add(new RentalOrderLine
            {
                OrderId = row.Id,
                Position = line.Position,
                ItemId = line.ItemId,
                Code = line.Code,
                Name = line.Name,
                NameEn = line.NameEn,
                Quantity = comes.Given,
                Monthly = line.Monthly,
                MinimumMonths = line.MinimumMonths,
                TaxRate = line.TaxRate,
                Before = comes.Before,
                Fee = comes.Fee.Amount,
            });
        }

        return row;
    }
}
