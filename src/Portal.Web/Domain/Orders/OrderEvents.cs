using Portal.Web.Audit;

namespace Portal.Web.Domain.Orders;

/// <summary>What is recorded of orders; never an address or a remark.</summary>
internal sealed class OrderEvents() : EventContribution(typeof(OrderEventText),
    [
        new(TemplateAdded, "A delivery template is added"),
        new(TemplateChanged, "A delivery template is changed"),
        new(TemplateMoved, "A delivery template takes another place among the others"),
        new(TemplateDeleted, "A delivery template is deleted"),
        new(BasketChanged, "Somebody puts an item into the basket, changes how many, or takes it out"),
        new(Submitted, "A quote, an order or a cancellation is sent") { Mailed = Author },
        new(Accepted, "The provider accepts it") { Mailed = Author },
        new(Failed, "The provider cannot accept it") { Mailed = Author },
        new(Arranged, "The provider has arranged the goods of an order") { Mailed = Author },
        new(Withdrawn, "The customer takes a cancellation back") { Mailed = Author },
        new(ItemAdded, "The staff writes a new item for rent, not offered yet"),
        new(ItemChanged, "The staff changes an item for rent; before and after"),
        new(ItemWithdrawn, "An item is no longer offered; orders of it go on"),
        new(ItemRestored, "An item is offered for rent"),
        new(PricePlanned, "The staff sets what an item costs from a day on; before and after"),
        new(PriceRemoved, "A planned price is taken back before it holds"),
        new(PictureSet, "An item gets a picture, in the place of the former one"),
        new(PictureRemoved, "The picture of an item is removed"),
    ])
{
    public const string TemplateAdded = "delivery-template-added";
    public const string TemplateChanged = "delivery-template-changed";
    public const string TemplateMoved = "delivery-template-moved";
    public const string TemplateDeleted = "delivery-template-deleted";
    public const string BasketChanged = "basket-changed";
    public const string Submitted = "order-submitted";
    public const string Accepted = "order-accepted";
    public const string Failed = "order-failed";
    public const string Arranged = "order-arranged";
    public const string Withdrawn = "order-withdrawn";

    public const string ItemAdded = "rental-item-added";
    public const string ItemChanged = "rental-item-changed";
    public const string ItemWithdrawn = "rental-item-withdrawn";
    public const string ItemRestored = "rental-item-restored";
    public const string PricePlanned = "rental-price-planned";
    public const string PriceRemoved = "rental-price-removed";
    public const string PictureSet = "rental-item-picture-set";
    public const string PictureRemoved = "rental-item-picture-removed";

    private const string Author = "to who sent it";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class OrderEventText;
