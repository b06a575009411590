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
public sealed class OrdersHomeSection(PortalDbContext db, CurrentSession session, Offers offers, RentalCatalogue catalogue,
    OrderQuery orders, TenantClock clock, IStringLocalizer<OrdersText> text) : IHomeSection
{
    private const string Failed = "orders/failed";
    private const string Basket = "orders/basket";
    private const int Shown = 3;
    private const int DaysOfFailed = 14;

    private OrderReader? Reader => offers.HasPage(OrderPaths.Index) ? OrderReader.Of(session.User) : null;

    public IEnumerable<HomeCount> Counts()
    {
        if (Reader is not { } reader)
        {
            return [];
        }

        var (since, me, onSale) = (clock.StartOfDay(DaysOfFailed), session.UserId, catalogue.OnSale());
        return
        [
            new(Failed, reader.Orders(db).Where(row => row.Status == OrderStatus.Failed && row.DecidedAt >= since).Select(row => row.Id)),
            new(Basket, db.BasketLines.Where(line => line.UserId == me && onSale.Any(item => item.Id == line.ItemId))
                .Select(line => line.ItemId)),
        ];
    }

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
            new OrdersPanel(await orders.LastAsync(reader, Shown)))
        : null;
}

/// <param name="Last">The latest first.</param>
public sealed record OrdersPanel(IReadOnlyList<OrderRow> Last);
