using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>
/// IDs whose time runs out (OPER-7): notices before the last day, the end of sessions after it, and what nobody has signed
/// in with for long. Safe on several nodes: a row is claimed by the statement that marks it.
/// </summary>
public sealed class ValidityService(
    PortalDbContext db, AccountLocks locks, SignInSwitch signInSwitch, SessionService sessions, AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Between the notice to a dormant ID and its end, where the policy ends it.</summary>
    public const int DaysAfterDormantNotice = 14;

    private const int FirstNotice = 14;
    private const int SecondNotice = 3;
    private const int Batch = 500;

    /// <summary>One round over the current tenant.</summary>
    /// <returns>How many accounts something was done to.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = AccountDates.Today(clock.GetUtcNow(), tenant.Value);

        // First of all, because it locks contracts, and the others write accounts.
        var disables = tenant.Value.Profile.Operators is { DormantDays: not null, DisableDormant: true };
        var done = disables ? await DisableDormantAsync(cancellationToken) : 0;
        done += await NoticeAsync(today, SecondNotice, cancellationToken);
        done += await NoticeAsync(today, FirstNotice, cancellationToken);
        done += await EndSessionsAsync(today, cancellationToken);
        return tenant.Value.Profile.Operators is { DormantDays: { } days } ? done + await MarkDormantAsync(days, cancellationToken) : done;
    }

    private async Task<int> NoticeAsync(DateOnly today, int days, CancellationToken cancellationToken)
    {
        var until = today.AddDays(days);
        var due = db.Users.Where(user => user.DisabledAt == null && user.Email != null && user.ValidUntil >= today && user.ValidUntil <= until
            && (user.ValidityNoticeSent == null || user.ValidityNoticeSent > days));
        return await ClaimAsync(due, users => users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ValidityNoticeSent, days), cancellationToken),
            user => audit.Record(AuditKinds.ValidityNoticeSent, AuditSubject.Of(user), details: new { validUntil = user.ValidUntil, days }), cancellationToken);
    }

    /// <summary>Who is signed in when the last day ends does not stay.</summary>
    private async Task<int> EndSessionsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var live = sessions.Live();
        var users = await db.Users.Where(AccountStandings.Ended(today)).Where(user => live.Any(session => session.UserId == user.Id))
            .OrderBy(user => user.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var user in users)
        {
            var ended = await sessions.EndAllAsync(user.Id, SessionEnds.Disabled);
            audit.Record(AuditKinds.SessionEnded, AuditSubject.Of(user), "ValidityEnded", new { sessions = ended });
        }

        return users.Count;
    }

    private async Task<int> MarkDormantAsync(int days, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-days);
        var due = db.Users.Where(user => user.DisabledAt == null && user.DormantNoticeAt == null && (user.SignIn!.LastSignInAt ?? user.CreatedAt) < since);
        return await ClaimAsync(due, users => users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DormantNoticeAt, now), cancellationToken),
            user => audit.Record(AuditKinds.DormantNoticeSent, AuditSubject.Of(user), details: new { days }), cancellationToken);
    }

    private async Task<int> DisableDormantAsync(CancellationToken cancellationToken)
    {
        var noticed = clock.GetUtcNow().AddDays(-DaysAfterDormantNotice);
        var due = await db.Users.Where(user => user.DisabledAt == null && user.DormantNoticeAt <= noticed).OrderBy(user => user.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var contractId in due.Select(user => user.ContractId).OfType<Guid>().Distinct().Order())
        {
            await locks.ContractAsync(contractId);
        }

        var done = 0;
        foreach (var user in due)
        {
            done += await signInSwitch.DisableAsync(user, "Dormant") == SwitchOutcome.Switched ? 1 : 0;
        }

        return done;
    }

    /// <summary>Marks one account at a time; only the node whose statement found it unmarked records the event, and so the mail.</summary>
    private static async Task<int> ClaimAsync(IQueryable<PortalUser> due, Func<IQueryable<PortalUser>, Task<int>> mark, Action<PortalUser> record, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var user in await due.AsNoTracking().OrderBy(user => user.Id).Take(Batch).ToListAsync(cancellationToken))
        {
            if (await mark(due.Where(row => row.Id == user.Id)) == 1)
            {
                record(user);
                done++;
            }
        }

        return done;
    }
}
