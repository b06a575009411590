using Portal.Rules.Orders;

namespace Portal.Web.Features.Orders;

/// <summary>Pages of customers about what they rent.</summary>
public static class OrderPaths
{
    public const string Shop = "~/shop";

    public const string Basket = "~/shop/basket";

    /// <summary>Changes how many of the basket's items there are.</summary>
    public const string BasketQuantities = "~/shop/basket/quantities";

    public const string New = "~/orders/new";

    public const string Index = "~/orders";

    public const string Export = "~/orders/export";

    public const string Templates = "~/delivery-templates";

    public const string NewTemplate = "~/delivery-templates/new";

    /// <summary>What a postal code says, for scripts.</summary>
    public const string PostalCodes = "~/postal-codes";

    public static string Item(string code) => $"~/shop/{code}";

    public static string ItemPicture(string code, Guid picture) => $"~/shop/{code}/picture/{picture}";

    public static string AddToBasket(string code) => $"~/shop/{code}/basket";

    public static string Category(string category) => $"~/shop?category={category}";

    public static string Template(Guid id) => $"~/delivery-templates/{id}";

    public static string Template(Guid id, string act) => $"~/delivery-templates/{id}/{act}";

    public static string Show(OrderNumber number) => Mailed(number).Insert(0, "~");

    /// <summary>Below the portal, for a mail.</summary>
    public static string Mailed(OrderNumber number) => $"/orders/{number}";

    public static string Page(OrderNumber number, string page) => $"~/orders/{number}/{page}";

    /// <summary>Its document in another language than the holder's.</summary>
    public static string Document(OrderNumber number, string language) => $"~/orders/{number}/document?lang={language}";

    /// <summary>The order form with the lines and prices of a quote.</summary>
    public static string FromQuote(OrderNumber number) => $"~/orders/new?quote={number}";

    /// <summary>The order form with the address of an application.</summary>
    public static string Again(OrderNumber number) => $"~/orders/new?again={number}";
}
