using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Features.Orders.Index;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders;

/// <summary>
/// What was applied for last, on the home page; and what could not be accepted, until somebody orders anew.
/// </summary>
public sealed class OrdersHomeSection(CurrentSession session, Offers offers, OrderQuery orders, TenantClock clock,
    IStringLocalizer<OrdersText> text) : IHomeSection
{
    private const string Failed = "orders/failed";
    private const string Basket = "orders/basket";
    private const int DaysOfFailed = 14;

    private OrderReader? Reader => offers.HasPage(OrderPaths.Index) ? OrderReader.Of(session.User) : null;

    public HomeAsk? Ask() =>
        Reader is { } reader ? new Own(reader, session.UserId, clock.StartOfDay(DaysOfFailed), clock.Moment) : null;

    public Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IEnumerable<HomeTask> tasks =
        [
            new(HomeTone.Soon, text["Home.Failed"], counts[Failed], text["Home.FailedText"], text["Home.Look"],
                OrderPaths.Index + "?result=failed"),
            new(HomeTone.Advice, text["Home.Basket"], counts[Basket], null, text["Home.ToBasket"], OrderPaths.Basket),
        ];
        return Task.FromResult<IReadOnlyList<HomeTask>>([.. tasks.Where(task => task.Count > 0)]);
    }

    public async Task<HomePanel?> PanelAsync() => Reader is { } reader
        ? new HomePanel("orders", text["History"], "/Features/Orders/_HomeOrders.cshtml",
            new OrdersPanel(await orders.LastAsync(reader), clock.Today))
        : null;

    private sealed record Own(OrderReader Reader, Guid UserId, DateTimeOffset Since, TenantMoment At) : HomeAsk
    {
        public override IEnumerable<HomeCount> Counts(PortalDbContext db)
        {
            var onSale = RentalCatalogue.OnSale(db, At);
            return
            [
                new(Failed, Reader.Orders(db).Where(row => row.Status == OrderStatus.Failed && row.DecidedAt >= Since)
                    .Select(row => row.Id)),
                new(Basket, db.BasketLines.Where(line => line.UserId == UserId && onSale.Any(item => item.Id == line.ItemId))
                    .Select(line => line.ItemId)),
            ];
        }
    }
}

/// <param name="Last">The latest first.</param>
/// <param name="Today">Where the seller is.</param>
public sealed record OrdersPanel(IReadOnlyList<OrderRow> Last, DateOnly Today);
