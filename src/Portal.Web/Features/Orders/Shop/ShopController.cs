using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Files.Pictures;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Shop;

/// <summary>The catalogue, and putting something into the basket (ORDER-1).</summary>
[Route("shop")]
public sealed class ShopController(RentalCatalogue catalogue, Baskets baskets, ItemPictures pictures, CurrentSession session,
    IStringLocalizer<OrdersText> text) : OrderController(session)
{
    private const int LongestSearch = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? category, string? q)
    {
        ModelState.Clear();
        if (Reader is null)
        {
            return NotFound();
        }

        // What is not understood is the whole catalogue (IV-09).
        ItemCategory? chosen = Enum.TryParse<ItemCategory>(category, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;
        var typed = string.IsNullOrWhiteSpace(q) ? null : Shortened.To(q.Trim(), LongestSearch);
        var found = await catalogue.OnSaleAsync(chosen, SearchText.Words(typed));
        return View("Shop", new ShopPage([.. found.GroupBy(each => each.Item.Category)], chosen, typed, catalogue.Terms.TaxRounding));
    }

    [HttpGet("{code:maxlength(20)}", Order = 1)]
    [ItemGuard]
    public IActionResult Show([Guarded] ItemTarget target) => View("Item", new ItemPage(target, catalogue.Terms.TaxRounding));

    [HttpGet("{code:maxlength(20)}/picture/{picture:guid}")]
    [ItemGuard]
    [Download]
    [BackgroundRequest]
    public async Task<IActionResult> ShowPicture([Guarded] ItemTarget target, Guid picture)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await pictures.FindAsync(target.Priced.Item.Id, picture) is not { } found)
        {
            return NotFound();
        }

        return new PictureResult(found.ContentType, found.Content);
    }

    [HttpPost("{code:maxlength(20)}/basket")]
    [ItemGuard]
    public async Task<IActionResult> Add([Guarded] ItemTarget target, string? quantity)
    {
        if (QuantityText.Read(quantity) is not (> 0 and var count))
        {
            ModelState.AddModelError("Quantity", text["QuantityUnfit", OrderLimits.Quantity]);
            return this.FormAgain("Item", new ItemPage(target, catalogue.Terms.TaxRounding, quantity));
        }

        switch (await baskets.AddAsync(target.Reader.User, target.Priced.Item, count))
        {
            case BasketOutcome.Full:
                TempData.Warning(text["BasketFull", OrderLimits.Lines]);
                break;
            case BasketOutcome.Capped:
                TempData.Warning(text["BasketCapped", target.Priced.Item.NameIn(Shared.Orders.OrderWords.Language), OrderLimits.Quantity]);
                break;
            default:
                TempData.Success(text["BasketAdded", target.Priced.Item.NameIn(Shared.Orders.OrderWords.Language)]);
                break;
        }

        return new SeeOtherResult(OrderPaths.Basket);
    }
}
