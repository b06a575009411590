using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Several;

/// <summary>
/// Acts on several cases, each inside its own tenant, and tells afterwards what became of each (ADMIN-5).
/// </summary>
public sealed class DeskSeveral(StaffReach reach, PortalDbContext db, DeskActs acts, DeskCanned canned, AuditActor actor)
{
    /// <summary>How many can be chosen at once: what a page of the list shows.</summary>
    public const int Most = ListPages.UsualSize;

    private static readonly string[] Kinds = [CaseEvents.Assigned, CaseEvents.Prioritised, CaseEvents.Moved, CaseEvents.Commented];

    /// <returns>Null where one of them does not exist or is out of reach, or there are too many.</returns>
    public async Task<IReadOnlyList<DeskTarget>?> FindAsync(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.Select(CaseKey.Parse).Distinct().ToList();
        if (asked.Count is 0 or > Most || asked.Exists(key => key is null))
        {
            return null;
        }

        var targets = new List<DeskTarget>();
        foreach (var group in asked.GroupBy(key => key!.Value.Site, key => key!.Value))
        {
            if (await reach.FindAsync(group.Key) is not { } tenant || !tenant.Has(TenantFeatures.Cases))
            {
                return null;
            }

            targets.AddRange(await FindAsync(tenant, [.. group]));
        }

        return targets.Count == asked.Count ? targets : null;
    }

    /// <summary>Whether it can be done to a case as it is now.</summary>
    public static bool IsOpenTo(SeveralAct act, CaseStatus status) => act switch
    {
        SeveralAct.Take => CaseRules.Decide(CaseSide.Agent, status, CaseMove.Take) is CaseDecision.Allowed,
        SeveralAct.Answer => CaseRules.ObstacleToComment(status) is null,
        _ => status != CaseStatus.Closed,
    };

    /// <summary>
    /// Does it to each to which it can be done; what happened to one meanwhile leaves that one as it is.
    /// </summary>
    /// <param name="assignee">Null for nobody.</param>
    /// <param name="text">Of an answer, with the places of a canned one.</param>
    public async Task ActAsync(IEnumerable<DeskTarget> targets, SeveralAct act, SeveralForm form, PortalUser? assignee, string text)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(form);

        // Always in one order, so that two who act on the same cases wait for one another instead of for each other.
        foreach (var target in targets.OrderBy(target => target.Tenant.Id).ThenBy(target => target.Row.Id))
        {
            _ = act switch
            {
                SeveralAct.Assign => await acts.AssignAsync(target, assignee),
                SeveralAct.Prioritise => await acts.PrioritiseAsync(target, form.Priority!.Value),
                SeveralAct.Take => await acts.MoveAsync(target, CaseMove.Take, target.Seen),
                _ => await acts.AnswerAsync(target, new AnswerForm { Step = form.Step, Version = target.Seen },
                    canned.Fill(text, target), new ModelStateDictionary()),
            };
        }
    }

    /// <summary>
    /// What became of each in one act of one's own; read from the events, so that it can be read again.
    /// </summary>
    /// <param name="act">The correlation id of the request that acted.</param>
    public async Task<IReadOnlyList<SeveralReport>> ReportAsync(IReadOnlyList<DeskTarget> targets, string act)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var events = reach.Within(db.AuditEvents, [.. targets.Select(target => target.Tenant).Distinct()]);
        var done = await events.Where(row => row.CorrelationId == act && row.ActorId == actor.Id && Kinds.Contains(row.Kind))
            .Select(row => new { row.TenantId, row.SubjectName }).ToListAsync();
        return [.. targets.Select(target => new SeveralReport(target, done.Exists(row => row.TenantId == target.Tenant.Id
            && CaseNumber.Read(row.SubjectName) == target.Row.Number)))];
    }

    private async Task<IEnumerable<DeskTarget>> FindAsync(PortalTenant tenant, IReadOnlyCollection<CaseKey> keys)
    {
        var numbers = keys.Select(key => key.Number).ToArray();
        var rows = await reach.Within(db.Cases, [tenant]).Where(row => numbers.Contains(row.Number)).Include(row => row.Contract!.Holder)
            .AsNoTracking().OrderBy(row => row.Number).ToListAsync();
        return rows.Select(row => new DeskTarget(tenant, row)
        {
            Seen = keys.First(key => key.Number == row.Number).Version ?? row.Version,
        });
    }
}
