using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>Applications that wait for the provider, on the first page of the staff (ADMIN-9).</summary>
public sealed class StaffOrderSection(StaffReach reach, IStringLocalizer<StaffOrderText> text) : IStaffSection
{
    private const string Waiting = "orders/waiting";

    public HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants)
    {
        var sellers = StaffOrderList.WithOrders(tenants);
        return sellers.Count == 0 ? null : new Waits(reach.Sites(sellers));
    }

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts[Waiting] == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Waits"], counts[Waiting], text["WaitsText"],
            text["WaitsLook"], StaffPaths.Orders)];
    }

    private sealed record Waits(StaffSites Sites) : HomeAsk
    {
        public override object Shape => Sites.IsOne;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
            [new(Waiting, StaffOrderList.In(StaffReach.Within(db.RentalOrders, Sites), StaffOrderView.Waiting).Select(row => row.Id))];
    }
}
