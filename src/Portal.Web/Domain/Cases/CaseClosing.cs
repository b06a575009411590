using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases;

/// <summary>Solved cases that nobody approves: reminded of, and closed when the time is over (CASE-3).</summary>
public sealed class CaseClosing(PortalDbContext db, CaseLocks locks, CaseMoves moves, CaseTimeline timeline, CurrentTenant tenant,
    TimeProvider clock)
{
    private int Days => tenant.Value.Profile.Cases.CloseAfterDays;

    /// <summary>
    /// Which somebody could approve or reject: not in a suspended contract, nor without the feature. Nor does a case
    /// end over a comment that the desk has not answered.
    /// </summary>
    private IQueryable<SupportCase> Solved
    {
        get
        {
            var has = tenant.Value.Has(TenantFeatures.Cases);
            return db.Cases.Where(row => has && row.Status == CaseStatus.Resolved && row.WaitingSince == null
                && row.Contract!.Status == ContractStatus.Active);
        }
    }

    /// <summary>
    /// Those of which something is due, the rule as a query; it decides anew under the lock. A test holds the two to
    /// each other.
    /// </summary>
    public IQueryable<Guid> Due()
    {
        var (warns, warnsTwice) = (Days > ClosingRules.LastReminderDays, Days > ClosingRules.FirstReminderDays);
        var now = clock.GetUtcNow();
        var over = now.AddDays(-Days);
        var (last, first) = (over.AddDays(ClosingRules.LastReminderDays), over.AddDays(ClosingRules.FirstReminderDays));
        var (lastOver, firstOver) = (now.AddDays(-ClosingRules.LastReminderDays), now.AddDays(-ClosingRules.FirstReminderDays));
        var lastAfterFirst = firstOver.AddDays(ClosingRules.LastReminderDays);
        return Solved
            .Where(row =>
                (row.ResolvedAt <= over && (row.RemindedAt == null ? !warns
                    : row.Reminded == ClosingDue.LastReminder ? row.RemindedAt <= lastOver
                    : !warns && row.RemindedAt <= firstOver))
                || (warns && row.ResolvedAt <= last && (row.RemindedAt == null
                    || (row.Reminded == ClosingDue.FirstReminder && row.RemindedAt <= lastAfterFirst)))
                || (warnsTwice && row.ResolvedAt <= first && row.RemindedAt == null))
            .OrderBy(row => row.ResolvedAt).ThenBy(row => row.Id).Select(row => row.Id);
    }

    /// <returns>How many cases something was done to.</returns>
    public async Task<int> HandleAsync(Guid id)
    {
        var row = await locks.EnterAsync(id);
        if (row.ResolvedAt is not { } resolved || !await Solved.AnyAsync(each => each.Id == id))
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        switch (ClosingRules.Of(new ClosingFacts(resolved, Days, row.Reminded, row.RemindedAt), now))
        {
            case ClosingDue.Close:
                await moves.MoveAsync(id, CaseActor.System, CaseMove.Expire, row.Version);
                return 1;
            case (ClosingDue.FirstReminder or ClosingDue.LastReminder) and var due:
                (row.Reminded, row.RemindedAt) = (due, now);
                timeline.Record(CaseEvents.Reminded, row, new { reminder = due.ToString() });
                return 1;
            default:
                return 0;
        }
    }
}
