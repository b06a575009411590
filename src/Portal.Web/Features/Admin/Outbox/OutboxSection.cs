using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Mails and work that nobody tries again before somebody looks, for those who may see the outbox.</summary>
public sealed class OutboxSection(PortalDbContext db, StaffReach reach, SetAsideList setAside, TimeProvider clock,
    IStringLocalizer<AdminText> text) : IStaffSection
{
    private const string Failed = "outbox/failed";
    private const string Aside = "outbox/set-aside";
    private const string Withheld = "outbox/withheld";

    public IEnumerable<HomeCount> Counts(IReadOnlyList<PortalTenant> tenants)
    {
        if (!reach.IsAdministrator)
        {
            return [];
        }

        var since = clock.GetUtcNow().AddDays(-1);
        return
        [
            new(Failed, reach.Within(db.Outbox, tenants).Where(row => row.State == OutboxState.Failed).Select(row => row.Id)),
            new(Aside, setAside.Ids(tenants)),
            new(Withheld, reach.Within(db.AuditEvents, tenants)
                .Where(row => row.Kind == AuditKinds.MailWithheld && row.OccurredAt > since).Select(row => row.Id)),
        ];
    }

    public IEnumerable<HomeTask> Tasks(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IEnumerable<HomeTask> tasks =
        [
            Task(HomeTone.Urgent, "FailedMails", counts[Failed], StaffPaths.Outbox + "?state=" + OutboxState.Failed),
            Task(HomeTone.Soon, "SetAside", counts[Aside], StaffPaths.SetAside),
            Task(HomeTone.Advice, "Withheld", counts[Withheld], StaffPaths.Audit + "?kind=" + AuditKinds.MailWithheld),
        ];
        return tasks.Where(task => task.Count > 0);
    }

    private HomeTask Task(HomeTone tone, string name, int count, string path) =>
        new(tone, text["Waits." + name], count, text["Waits." + name + ".Text"], text["Waits.Look"], path);
}
