using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>What others asked for and somebody has to decide about, on the first page of the staff (ADMIN-9).</summary>
public sealed class ApprovalSection(ApprovalList list, StaffReach reach, IStringLocalizer<ApprovalText> text)
    : IStaffSection
{
    private const string Waiting = "approvals/waiting";

    public HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants) => new Waits(reach.Sites(tenants), list.Now);

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts[Waiting] == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Waits"], counts[Waiting], text["WaitsText"],
            text["WaitsLook"], StaffPaths.Approvals)];
    }

    private sealed record Waits(StaffSites Sites, ApprovalMoment At) : HomeAsk
    {
        public override object Shape => Sites.IsOne;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
            [new(Waiting, ApprovalList.In(StaffReach.Within(db.ApprovalRequests, Sites), ApprovalView.Waiting, At).Select(row => row.Id))];
    }
}
