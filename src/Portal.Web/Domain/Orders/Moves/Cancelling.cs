using System.Globalization;
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

    /// <summary>Something else of the order is asked to be given back already.</summary>
    public bool HasHeld => Lines.Any(line => line.Comes.Held > 0);

    /// <summary>All that runs of the order is to be given back, and nothing of it goes on.</summary>
    public bool IsWhole => Lines.All(line => line.Comes.Given == line.Comes.Before);

    public Yen Fees => Yen.Sum(Lines.Select(line => line.Comes.Fee));

    /// <summary>
    /// What somebody has seen on the check page: whatever of it changes until the form is sent is shown anew.
    /// </summary>
    public string Seen => string.Join(';', Lines.Select(line => string.Create(CultureInfo.InvariantCulture,
        $"{line.Line.Position}:{line.Comes.Before}-{line.Comes.Held}-{line.Comes.Given}@{line.Comes.MonthlyBefore.Amount}"
        + $"+{line.Comes.Fee.Amount}")));
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

    /// <summary>All that stands in the way, so that nobody mends one thing only to be told of the next.</summary>
    /// <returns>None where the request fits the order as it is.</returns>
    public IReadOnlyList<CancellationObstacle> Find(RentalOrder order, IReadOnlyDictionary<int, int> given, DateOnly returnsOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(given);
        if (!OrderRules.Runs(order.Kind, order.Status, order.Period, clock.Today))
        {
            return [new CancellationObstacle.NotRunning()];
        }

        var obstacles = new List<CancellationObstacle>();
        if (Find(order, given) is { } quantity)
        {
            obstacles.Add(new CancellationObstacle.WrongQuantity(quantity));
        }

        if (CancellationRules.Find(order.Period, returnsOn, clock.Today) is { } day)
        {
            obstacles.Add(new CancellationObstacle.WrongDay(day));
        }

        return obstacles;
    }

    /// <param name="seen">What the check page showed.</param>
    public async Task<CancellationOutcome> SendAsync(OrderReader reader, Guid orderId, CancellationRequest request, string? seen)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        var order = await locks.EnterAsync(orderId);
        if (Find(order, request.Given, request.ReturnsOn) is { Count: > 0 } obstacles)
        {
            return new CancellationOutcome.Obstructed(order, obstacles);
        }

        if (Preview(order, request.Given, request.ReturnsOn).Seen != seen)
        {
            return new CancellationOutcome.Changed(order);
        }

        var cancellation = Cancellation(reader, order, request);
        foreach (var line in cancellation.Lines)
        {
            order.Lines.Single(each => each.Position == line.Position).Held += line.Quantity;
        }

        await records.SubmitAsync(cancellation, order.Named);
        return new CancellationOutcome.Sent(cancellation);
    }

    private static QuantityFault? Find(RentalOrder order, IReadOnlyDictionary<int, int> given) =>
        CancellationRules.Find([.. order.Lines.Select(line => (line.Running, given.GetValueOrDefault(line.Position)))]) is { } fault ? fault
        : given.Keys.All(position => order.Lines.Any(line => line.Position == position)) ? null
        : QuantityFault.MoreThanRuns;

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
            TaxRounding = order.TaxRounding,
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
                Before = comes.Before - comes.Held,
                Fee = comes.Fee.Amount,
            });
        }

        return row;
    }
}
