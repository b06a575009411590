using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>Cases that nobody has, and customers who wait, on the first page of the staff (ADMIN-9).</summary>
public sealed class DeskSection(DeskQueue queue, StaffReach reach, IStringLocalizer<DeskText> text) : IStaffSection
{
    private const string Overdue = "cases/overdue";
    private const string Unassigned = "cases/unassigned";
    private const string Waiting = "cases/waiting";

    public HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants)
    {
        var desks = DeskQueue.WithCases(tenants);
        return desks.Count == 0 ? null : new Waits(reach.Sites(desks), queue.Now);
    }

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IEnumerable<HomeTask> tasks =
        [
            Task(HomeTone.Urgent, "Overdue", counts[Overdue], DeskView.Due),
            Task(HomeTone.Urgent, "Unassigned", counts[Unassigned], DeskView.Unassigned),
            Task(HomeTone.Soon, "Waiting", counts[Waiting], DeskView.Waiting),
        ];
        return tasks.Where(task => task.Count > 0);
    }

    private HomeTask Task(HomeTone tone, string name, int count, DeskView view) => new(tone, text["Waits." + name], count,
        text[$"Waits.{name}.Text"], text["Waits.Look"], $"{StaffPaths.Cases}?view={DeskQuery.Key(view)}");

    private sealed record Waits(StaffSites Sites, DeskMoment At) : HomeAsk
    {
        public override object Shape => Sites.IsOne;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db)
        {
            var cases = StaffReach.Within(db.Cases, Sites);
            return
            [
                new(Overdue, DeskQueue.Overdue(cases, At).Select(row => row.Id)),
                new(Unassigned, DeskQueue.In(cases, DeskView.Unassigned, At).Select(row => row.Id)),
                new(Waiting, DeskQueue.In(cases, DeskView.Waiting, At).Select(row => row.Id)),
            ];
        }
    }
}
