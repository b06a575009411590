using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>What others asked for and somebody has to decide about, on the first page of the staff (ADMIN-9).</summary>
public sealed class ApprovalSection(PortalDbContext db, ApprovalList list, StaffReach reach, IStringLocalizer<ApprovalText> text)
    : IStaffSection
{
    private const string Waiting = "approvals/waiting";

    public IEnumerable<HomeCount> Counts(IReadOnlyList<PortalTenant> tenants) =>
        [new(Waiting, list.In(reach.Within(db.ApprovalRequests, tenants), ApprovalView.Waiting).Select(row => row.Id))];

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts[Waiting] == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Waits"], counts[Waiting], text["WaitsText"],
            text["WaitsLook"], StaffPaths.Approvals)];
    }
}
