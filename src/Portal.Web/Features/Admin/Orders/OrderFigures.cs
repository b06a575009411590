using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>Applications that came (ADMIN-9).</summary>
public sealed class OrderFigures(StaffReach reach, IDisplayTime time, IStringLocalizer<StaffOrderText> text) : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        var sellers = StaffOrderList.WithOrders(tenants);
        return sellers.Count == 0 ? [] : [new(text["Title"], [.. periods.Select(period => Cell(sellers, period))])];
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> sellers, FigurePeriod period)
    {
        var query = new StaffOrderQuery { View = StaffOrderQuery.Key(StaffOrderView.All), From = period.Typed };
        return new FigureCell(new Asked(reach.Sites(sellers), query.Asked(time.StartOfDay)),
            StaffOrderQuery.Address(StaffOrderView.All, query));
    }

    private sealed record Asked(StaffSites Sites, StaffConditions Of) : FigureAsk
    {
        public override object Shape => (Sites.IsOne, Of.Given);

        public override IQueryable<Guid> Rows(PortalDbContext db) =>
            StaffOrderList.Having(StaffReach.Within(db.RentalOrders, Sites), Of).Select(row => row.Id);
    }
}
