using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>Applications that came (ADMIN-9).</summary>
public sealed class OrderFigures(StaffOrderList list, IStringLocalizer<StaffOrderText> text) : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        var sellers = StaffOrderList.WithOrders(tenants);
        return sellers.Count == 0 ? [] : [new(text["Title"], [.. periods.Select(period => Cell(sellers, period))])];
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> sellers, FigurePeriod period)
    {
        var query = new StaffOrderQuery { View = StaffOrderQuery.Key(StaffOrderView.All), From = period.Typed };
        return new FigureCell(list.Found(sellers, query).Select(row => row.Id), StaffOrderQuery.Address(StaffOrderView.All, query));
    }
}
