using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>Requests that wait for a decision, on the first page of the staff (ADMIN-9).</summary>
public sealed class StaffWorkSection(StaffReach reach, IStringLocalizer<StaffWorkText> text) : IStaffSection
{
    private const string Waiting = "work-requests/waiting";

    public HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants)
    {
        var desks = StaffWorkList.WithRequests(tenants);
        return desks.Count == 0 ? null : new Waits(reach.Sites(desks));
    }

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts[Waiting] == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Waits"], counts[Waiting], text["WaitsText"],
            text["WaitsLook"], StaffPaths.WorkRequests)];
    }

    private sealed record Waits(StaffSites Sites) : HomeAsk
    {
        public override object Shape => Sites.IsOne;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
            [new(Waiting, StaffWorkList.In(StaffReach.Within(db.WorkRequests, Sites), StaffWorkView.Waiting).Select(row => row.Id))];
    }
}
