using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>Cases that nobody has, and customers who wait, on the first page of the staff (ADMIN-9).</summary>
public sealed class DeskSection(DeskQueue queue, IStringLocalizer<DeskText> text) : IStaffSection
{
    private const string Overdue = "cases/overdue";
    private const string Unassigned = "cases/unassigned";
    private const string Waiting = "cases/waiting";

    public IEnumerable<HomeCount> Counts(IReadOnlyList<PortalTenant> tenants)
    {
        var desks = DeskQueue.WithCases(tenants);
        return desks.Count == 0 ? [] :
        [
            new(Overdue, queue.Overdue(desks).Select(row => row.Id)),
            new(Unassigned, queue.In(desks, DeskView.Unassigned).Select(row => row.Id)),
            new(Waiting, queue.In(desks, DeskView.Waiting).Select(row => row.Id)),
        ];
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
}
