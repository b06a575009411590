using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Placing;

namespace Portal.Web.Features.Orders.Shop;

/// <summary>The catalogue, or the part of it that was asked for.</summary>
/// <param name="Items">By category, in the order of the catalogue.</param>
public sealed record ShopPage(IReadOnlyList<IGrouping<ItemCategory, PricedItem>> Items, ItemCategory? Category, string? Words,
    TaxRounding Rounding)
{
    public bool IsNarrowed => Category is not null || Words is not null;
}

/// <summary>What shows an item, and how large in pixels: its picture, or a drawing.</summary>
public sealed record GoodPicture(PricedItem Priced, int Width, int Height);

/// <summary>One item, and how many of it are to be put into the basket.</summary>
public sealed record ItemPage(ItemTarget Target, TaxRounding Rounding, string? Quantity = null);

/// <summary>What somebody has chosen.</summary>
/// <param name="Order">Null where nothing is.</param>
/// <param name="Gone">Chosen once, and no longer offered.</param>
public sealed record BasketPage(PricedOrder? Order, IReadOnlyList<RentalItem> Gone);

/// <summary>How many of each item there are to be; the codes and quantities stand in the same order.</summary>
public sealed class QuantitiesForm
{
    public IList<string> Codes { get; set; } = [];

    public IList<string> Quantities { get; set; } = [];

    /// <summary>Code of the item that is taken out; null where the quantities are saved.</summary>
    public string? Remove { get; set; }
}
