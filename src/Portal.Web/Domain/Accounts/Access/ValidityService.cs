using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Accounts.Access;

/// <summary>
/// IDs whose time runs out (OPER-7): notices before the last day, the end of sessions after it, and what nobody has
/// signed in with for long. Safe on several nodes: a row is claimed by the statement that marks it.
/// </summary>
public sealed class ValidityService(
    PortalDbContext db, SignInSwitch signInSwitch, LastManager lastManager, SessionService sessions, AuditLog audit, CurrentTenant tenant,
    TenantClock clock)
{
    private const int FirstNotice = 14;
    private const int SecondNotice = 3;

    private OperatorsProfile? Operators => tenant.Value.Profile.Operators;

    // A number that was stored before anybody checked it makes nobody dormant, rather than everybody.
    private int? DormantDays => Operators?.DormantDays is >= 1 and <= OperatorsProfile.MostDormantDays ? Operators.DormantDays : null;

    private bool DisablesDormant => DormantDays is not null && Operators!.DisableDormant;

    /// <summary>The accounts of the current tenant to which something is to be done.</summary>
    public IQueryable<Guid> Due()
    {
        IQueryable<Guid> Ids(IQueryable<PortalUser> users) => users.Select(user => user.Id);
        var due = Ids(ToNotice(FirstNotice)).Union(Ids(ToNotice(SecondNotice))).Union(Ids(Ended()));
        due = DormantDays is { } days ? due.Union(Ids(Dormant(days))) : due;

        // Last managers stay enabled however long they lie idle: asked for, they would stand before all others.
        return (DisablesDormant ? due.Union(Ids(lastManager.Without(DormantForGood()))) : due).OrderBy(id => id);
    }

    /// <summary>Does to one account whatever is due.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> RunAsync(Guid userId)
    {
        // First of all, because it locks the contract, and the others write the account.
        var done = DisablesDormant ? await DisableDormantAsync(userId) : 0;
        done += await NoticeAsync(userId, SecondNotice) + await NoticeAsync(userId, FirstNotice) + await EndSessionsAsync(userId);
        return DormantDays is { } days ? done + await MarkDormantAsync(userId, days) : done;
    }

    private IQueryable<PortalUser> ToNotice(int days)
    {
        var (today, until) = (clock.Today, clock.Today.AddDays(days));
        return db.Users.Where(user => user.DisabledAt == null && user.Email != null && user.ValidUntil >= today && user.ValidUntil <= until
            && (user.ValidityNoticeSent == null || user.ValidityNoticeSent > days));
    }

    private IQueryable<PortalUser> Ended()
    {
        var today = clock.Today;
        var live = sessions.Live();
        return db.Users.Where(AccountStandings.Ended(today)).Where(user => live.Any(session => session.UserId == user.Id));
    }

    private IQueryable<PortalUser> Dormant(int days) => DormantAccounts.Untold(db.Users, clock.Now, days);

    private IQueryable<PortalUser> DormantForGood() => DormantAccounts.ForGood(db.Users, clock.Now);

    private Task<int> NoticeAsync(Guid userId, int days) => ClaimAsync(
        ToNotice(days).Where(user => user.Id == userId),
        users => users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ValidityNoticeSent, days)),
        user => audit.Record(AuditKinds.ValidityNoticeSent, AuditSubject.Of(user), details: new { validUntil = user.ValidUntil, days }));

    /// <summary>Who is signed in when the last day ends does not stay.</summary>
    private async Task<int> EndSessionsAsync(Guid userId)
    {
        if (await Ended().SingleOrDefaultAsync(user => user.Id == userId) is not { } user)
        {
            return 0;
        }

        var ended = await sessions.EndAllAsync(user.Id, SessionEnds.Disabled);
        audit.Record(AuditKinds.SessionEnded, AuditSubject.Of(user), "ValidityEnded", new { sessions = ended });
        return 1;
    }

    private Task<int> MarkDormantAsync(Guid userId, int days)
    {
        var now = clock.Now;
        return ClaimAsync(
            Dormant(days).Where(user => user.Id == userId),
            users => users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DormantNoticeAt, now)),
            user => audit.Record(AuditKinds.DormantNoticeSent, AuditSubject.Of(user), details: new { days }));
    }

    private async Task<int> DisableDormantAsync(Guid userId)
    {
        if (await DormantForGood().SingleOrDefaultAsync(user => user.Id == userId) is not { } user)
        {
            return 0;
        }

        // Whoever signed in while the locks were waited for is not dormant any more.
        return await signInSwitch.DisableAsync(user, "Dormant", () => DormantForGood().AnyAsync(row => row.Id == userId))
            == SwitchOutcome.Switched ? 1 : 0;
    }

    /// <summary>Only the node whose statement found the account unmarked records the event, and so the mail.</summary>
    private static async Task<int> ClaimAsync(IQueryable<PortalUser> due, Func<IQueryable<PortalUser>, Task<int>> mark,
        Action<PortalUser> record)
    {
        if (await due.AsNoTracking().SingleOrDefaultAsync() is not { } user || await mark(due) == 0)
        {
            return 0;
        }

        record(user);
        return 1;
    }
}
