using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <summary>All that the staff sees of one account.</summary>
/// <param name="Temporary">The temporary password that is current, used up or not; its value is known to
/// nobody.</param>
/// <param name="Acts">What can be done now.</param>
/// <param name="Factors">What it can prove itself with.</param>
public sealed record UserRecord(
    PortalTenant Tenant,
    PortalUser User,
    IReadOnlyList<UserState> States,
    LockFacts? Lock,
    TemporaryPassword? Temporary,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<AuditEvent> Events,
    IReadOnlyList<DelegatedAct> Acts,
    FactorFacts Factors);

/// <param name="User">Not tracked.</param>
public sealed record UserTarget(PortalTenant Tenant, PortalUser User, LockFacts? Lock)
{
    public string Path => $"~/users/{Tenant.Slug}/{User.Id}";
}

/// <summary>One account of a tenant within reach.</summary>
public sealed class UserRecords(PortalDbContext db, StaffReach reach, SessionService sessions, AccountFactors factors, Audit.AuditLog audit,
    TimeProvider clock)
{
    private const int EventsShown = 20;

    /// <summary>The whole record; that it was looked at is recorded (AU-09).</summary>
    public async Task<UserRecord?> ReadAsync(string site, Guid id)
    {
        if (await reach.FindAsync(site) is not { } tenant)
        {
            return null;
        }

        return await reach.InsideAsync(tenant, async () =>
        {
            if (await FindAsync(id) is not { } user)
            {
                return null;
            }

            audit.Record(AuditKinds.UserViewed, AuditSubject.Of(user));
            return await ReadAsync(tenant, user);
        });
    }

    /// <summary>
    /// The account for an act that its tenant and one's role allow; null where it is out of reach or the act is not
    /// offered here.
    /// </summary>
    public async Task<UserTarget?> FindAsync(string site, Guid id, DelegatedAct act)
    {
        if (await reach.FindAsync(site) is not { } tenant || !reach.MayAct(tenant, id, act))
        {
            return null;
        }

        var user = await reach.InsideAsync(tenant, () => FindAsync(id));
        return user is null ? null : new UserTarget(tenant, user, LockFacts.Of(user.SignIn!.ToLockout(), clock.GetUtcNow()));
    }

    private Task<PortalUser?> FindAsync(Guid id) =>
        db.Users.Include(user => user.SignIn).Include(user => user.Contract!.Holder).AsNoTracking()
            .SingleOrDefaultAsync(user => user.Id == id);

    private async Task<UserRecord> ReadAsync(PortalTenant tenant, PortalUser user)
    {
        var now = clock.GetUtcNow();
        var temporary = await db.TemporaryPasswords.AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        var live = await sessions.Live(user.Id).AsNoTracking().ToListAsync();

        // Who looked at the account is for those who may read the audit log.
        var events = await db.AuditEvents.Where(row => row.SubjectId == user.Id && row.Kind != AuditKinds.UserViewed)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(EventsShown).AsNoTracking().ToListAsync();
        var facts = LockFacts.Of(user.SignIn!.ToLockout(), now);
        return new UserRecord(tenant, user, UserStates.Of(user, tenant, now), facts, temporary, live, events,
            [.. Acts(tenant, user, facts, live.Count)], await factors.ReadAsync(user));
    }

    private IEnumerable<DelegatedAct> Acts(PortalTenant tenant, PortalUser user, LockFacts? facts, int sessionCount) =>
        StaffActs.All.Where(act =>
        reach.MayAct(tenant, user.Id, act) && act switch
        {
            DelegatedAct.ReleaseLockout => facts is { IsVoid: false },
            DelegatedAct.SendResetLink => tenant.HasReset(user.Door) && user is { DisabledAt: null, Email: not (null or "") },
            DelegatedAct.Disable => user.DisabledAt is null,
            DelegatedAct.Enable => user.DisabledAt is not null,
            DelegatedAct.EndSessions => sessionCount > 0,
            _ => true,
        });
}
