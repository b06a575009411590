using Portal.Web.Audit;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Domain.Orders.Placing;

namespace Portal.Web.Domain.Orders;

public static class OrdersServices
{
    /// <summary>What is rented, to whom, and what becomes of it.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<EventContribution, OrderEvents>()
        .AddSingleton<PostalCodes>()
        .AddScoped<DeliveryTemplates>()
        .AddScoped<RentalCatalogue>()
        .AddScoped<RentalItemEditing>()
        .AddScoped<ItemPricing>()
        .AddScoped<ItemPictures>()
        .AddScoped<Baskets>()
        .AddScoped<OrderLocks>()
        .AddScoped<OrderRecords>()
        .AddScoped<OrderPricing>()
        .AddScoped<OrderPlacing>()
        .AddScoped<OrderMoves>()
        .AddScoped<Cancelling>()
        .AddScoped<OrderDocuments>();
}
