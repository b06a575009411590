using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Show;

/// <summary>One application, its receipt, and ordering the same again (ORDER-4, ORDER-6).</summary>
[Route("orders/{number:length(8)}")]
[OrderGuard]
public sealed class OrderPageController(OrderPages pages, RentalCatalogue catalogue, Baskets baskets, PortalDbContext db,
    CurrentSession session, IStringLocalizer<OrdersText> text) : OrderController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] OrderTarget target, bool created)
    {
        ModelState.Clear();
        return View("Show", await pages.ReadAsync(target, created));
    }

    /// <summary>Puts the same into the basket, as far as it is still offered, at today's prices.</summary>
    [HttpPost("again")]
    public async Task<IActionResult> Again([Guarded] OrderTarget target)
    {
        if (target.Order.Kind == OrderKind.Cancellation)
        {
            return NotFound();
        }

        var ids = target.Order.Lines.Select(line => line.ItemId).ToList();
        var offered = await catalogue.OfAsync(ids);
        var items = await db.RentalItems.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id);
        var missing = new List<string>();
        foreach (var line in target.Order.Lines)
        {
            if (!offered.ContainsKey(line.ItemId) || await ChooseAsync(target, items[line.ItemId], line) is BasketOutcome.Full)
            {
                missing.Add(line.NameIn(Shared.Orders.OrderWords.Language));
            }
        }

        if (missing.Count > 0)
        {
            TempData.Warning(text["AgainWithout", string.Join(text["And"], missing)]);
        }

        return new SeeOtherResult(missing.Count < target.Order.Lines.Count ? OrderPaths.Again(target.Order.Named) : target.Path);
    }

    private Task<BasketOutcome> ChooseAsync(OrderTarget target, RentalItem item, RentalOrderLine line) =>
        baskets.SetAsync(target.Reader.User, item, line.Quantity);
}
