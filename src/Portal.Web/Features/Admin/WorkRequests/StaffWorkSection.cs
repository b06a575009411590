using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>Requests that wait for a decision, on the first page of the staff (ADMIN-9).</summary>
public sealed class StaffWorkSection(StaffWorkList list, IStringLocalizer<StaffWorkText> text) : IStaffSection
{
    private const string Waiting = "work-requests/waiting";

    public IEnumerable<HomeCount> Counts(IReadOnlyList<PortalTenant> tenants)
    {
        var desks = StaffWorkList.WithRequests(tenants);
        return desks.Count == 0 ? [] : [new(Waiting, list.In(desks, StaffWorkView.Waiting).Select(row => row.Id))];
    }

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts[Waiting] == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Waits"], counts[Waiting], text["WaitsText"],
            text["WaitsLook"], StaffPaths.WorkRequests)];
    }
}
