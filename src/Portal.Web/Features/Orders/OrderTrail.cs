using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders;

/// <summary>The way to a page about orders, the same for all of them.</summary>
public sealed class OrderTrail(PageContext page, IStringLocalizer<OrdersText> text)
{
    public void ToHome() => page.Crumb(page.HomeTitle, HomePaths.Home);

    public void ToShop()
    {
        ToHome();
        page.Crumb(text["Shop"], OrderPaths.Shop);
    }

    public void ToTemplates()
    {
        ToHome();
        page.Crumb(text["Templates"], OrderPaths.Templates);
    }

    public void ToList()
    {
        ToHome();
        page.Crumb(text["History"], OrderPaths.Index);
    }

    public void ToOne(OrderNumber number)
    {
        ToList();
        page.Crumb(number.ToString(), OrderPaths.Show(number));
    }
}
