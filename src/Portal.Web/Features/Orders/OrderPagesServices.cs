using Portal.Web.Data;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Features.Orders.Answers;
using Portal.Web.Features.Orders.Cancelling;
using Portal.Web.Features.Orders.Documents;
using Portal.Web.Features.Orders.Index;
using Portal.Web.Features.Orders.Mails;
using Portal.Web.Features.Orders.Placing;
using Portal.Web.Features.Orders.Show;
using Portal.Web.Features.Orders.Templates;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;

namespace Portal.Web.Features.Orders;

public static class OrderPagesServices
{
    public static IServiceCollection AddOrderPages(this IServiceCollection services) => services
        .AddScoped<OrderTrail>()
        .AddScoped<AddressInput>()
        .AddScoped<TemplateInput>()
        .AddScoped<OrderInput>()
        .AddScoped<OrderQuery>()
        .AddScoped<OrderColumns>()
        .AddScoped<OrderPages>()
        .AddScoped<CancellationInput>()
        .AddScoped<OrderPdf>()
        .AddScoped<OrderAnswers>()
        .AddScoped<IHomeSection, OrdersHomeSection>()
        .AddScoped<ISearchSection, OrdersSearchSection>()
        .AddScoped<ITransactionHook, OrderMails>();
}
