using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Mails and work that nobody tries again before somebody looks, for those who may see the outbox.</summary>
public sealed class OutboxSection(StaffReach reach, TimeProvider clock,
    IStringLocalizer<AdminText> text) : IStaffSection
{
    private const string Failed = "outbox/failed";
    private const string Aside = "outbox/set-aside";
    private const string Withheld = "outbox/withheld";

    public HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants) =>
        reach.IsAdministrator ? new Stuck(reach.Sites(tenants), clock.GetUtcNow().AddDays(-1)) : null;

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

    /// <param name="Since">What was withheld before is no news.</param>
    private sealed record Stuck(StaffSites Sites, DateTimeOffset Since) : HomeAsk
    {
        public override object Shape => Sites.IsOne;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
        [
            new(Failed, StaffReach.Within(db.Outbox, Sites).Where(row => row.State == OutboxState.Failed).Select(row => row.Id)),
            new(Aside, SetAsideList.Ids(db, Sites)),
            new(Withheld, StaffReach.Within(db.AuditEvents, Sites)
                .Where(row => row.Kind == AuditKinds.MailWithheld && row.OccurredAt > Since).Select(row => row.Id)),
        ];
    }
}
