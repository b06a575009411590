using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Shop;

/// <summary>What somebody has chosen and not ordered yet (ORDER-1).</summary>
[Route("shop/basket")]
public sealed class BasketController(Baskets baskets, OrderPricing pricing, TenantClock clock, CurrentSession session,
    IStringLocalizer<OrdersText> text) : OrderController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => Reader is { } reader ? View("Basket", await PageAsync(reader)) : NotFound();

    [HttpPost("quantities")]
    public async Task<IActionResult> Update(QuantitiesForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        var held = await baskets.Of(reader.User.Id).AsNoTracking().Include(line => line.Item).ToListAsync();
        var wanted = Wanted(form, held);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Basket", await PageAsync(reader));
        }

        foreach (var (line, quantity) in wanted)
        {
            await baskets.SetAsync(reader.User, line.Item!, quantity);
        }

        TempData.Success(text["BasketSaved"]);
        return new SeeOtherResult(OrderPaths.Basket);
    }

    // What is no longer in the basket, or never was, is nothing to change.
    private List<(BasketLine Line, int Quantity)> Wanted(QuantitiesForm form, List<BasketLine> held)
    {
        if (form.Remove is { } removed)
        {
            return [.. held.Where(line => line.Item!.Code == removed).Select(line => (line, 0))];
        }

        List<(BasketLine, int)> wanted = [];
        for (var i = 0; i < Math.Min(form.Codes.Count, form.Quantities.Count); i++)
        {
            if (held.Find(line => line.Item!.Code == form.Codes[i]) is not { } line)
            {
                continue;
            }

            if (QuantityText.Read(form.Quantities[i]) is { } quantity)
            {
                wanted.Add((line, quantity));
            }
            else
            {
                ModelState.AddModelError(string.Create(CultureInfo.InvariantCulture, $"Quantities[{i}]"),
                    text["QuantityOf", line.Item!.NameIn(OrderWords.Language), OrderLimits.Quantity]);
            }
        }

        return wanted;
    }

    private async Task<BasketPage> PageAsync(OrderReader reader)
    {
        var lines = await pricing.BasketAsync(reader.User.Id);
        var codes = lines.Select(line => line.Code).ToHashSet();
        var held = await baskets.Of(reader.User.Id).AsNoTracking().Select(line => line.Item!).ToListAsync();
        return new BasketPage(lines.Count == 0 ? null : pricing.Sum(lines, new RentalPeriod(clock.Today, null)),
            [.. held.Where(item => !codes.Contains(item.Code))]);
    }
}
