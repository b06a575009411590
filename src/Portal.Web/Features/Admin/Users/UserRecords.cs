using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Users;

/// <summary>All that the staff sees of one account.</summary>
/// <param name="Temporary">The temporary password that is current, used up or not; its value is known to
/// nobody.</param>
/// <param name="Acts">What can be done now.</param>
/// <param name="Factors">What it can prove itself with.</param>
/// <param name="Parts">What features have to show of it.</param>
public sealed record UserRecord(
    PortalTenant Tenant,
    PortalUser User,
    IReadOnlyList<UserState> States,
    LockFacts? Lock,
    TemporaryPassword? Temporary,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<AuditEvent> Events,
    IReadOnlyList<DelegatedAct> Acts,
    FactorFacts Factors,
    IReadOnlyList<StaffPart> Parts)
{
    /// <summary>Why it cannot sign in, beside locks.</summary>
    public IReadOnlyList<Hindrance> Hindrances { get; init; } = [];

    /// <summary>What locked it, where it is locked.</summary>
    public LockCause LockCause { get; init; }

    /// <summary>What it has in other features, each with the list behind it.</summary>
    public IReadOnlyList<CountedTally> Tallies { get; init; } = [];

    private static readonly DelegatedAct[] Dangers = [DelegatedAct.EndSessions, DelegatedAct.RemoveFactor, DelegatedAct.Disable];

    /// <summary>It has a keyword, or could have one.</summary>
    public bool HasKeyword => User.KeywordHash is not null || Tenant.Profile.Recovery?.Method == RecoveryProfile.ByKeyword;

    /// <summary>Invited, and without a password until today.</summary>
    public bool IsInvited => User is { PasswordHash: null, InvitedAt: not null, DisabledAt: null };

    /// <summary>What most likely helps now; null where nothing is wrong or where it is left to others.</summary>
    public DelegatedAct? Recommended => Wanted is { } act && Acts.Contains(act) ? act : null;

    /// <summary>
    /// Names the text that says what helps where the staff may not end its lock; null where it may, or where nothing is
    /// locked.
    /// </summary>
    public string? LockAdvice => this switch
    {
        { Lock: null } => null,
        { Lock.IsVoid: true } when Acts.Contains(DelegatedAct.IssueTemporaryPassword) => null,
        { Lock.IsVoid: false } when Acts.Contains(DelegatedAct.ReleaseLockout) => null,
        _ when Acts.Contains(DelegatedAct.IssueTemporaryPassword) => nameof(DelegatedAct.IssueTemporaryPassword),
        _ when Acts.Contains(DelegatedAct.SendResetLink) => nameof(DelegatedAct.SendResetLink),
        { Lock.IsVoid: false } when DelegatedActs.AreOffered(Tenant, DelegatedAct.ReleaseLockout) => "Managers",
        _ => "Nobody",
    };

    public IEnumerable<DelegatedAct> Helps => Acts.Except(Dangers).Where(act => act != Recommended);

    /// <summary>What takes something away from the person.</summary>
    public IEnumerable<DelegatedAct> Takes => Acts.Intersect(Dangers);

    private DelegatedAct? Wanted => this switch
    {
        { User.DisabledAt: not null } => DelegatedAct.Enable,
        { Lock.IsVoid: true } => DelegatedAct.IssueTemporaryPassword,
        { Lock: not null } => DelegatedAct.ReleaseLockout,
        { IsInvited: true } => DelegatedAct.SendResetLink,
        _ => null,
    };
}

/// <summary>What the staff sees of an account.</summary>
public sealed class UserRecords(PortalDbContext db, StaffReach reach, SessionService sessions, AccountFactors factors,
    IEnumerable<IStaffPart> parts, IEnumerable<IStaffTally> tallies, Hindrances hindrances, LockCauses causes,
    Audit.AuditLog audit, TimeProvider clock)
{
    private const int EventsShown = 10;

    /// <summary>The whole record; that it was looked at is recorded (AU-09).</summary>
    public Task<UserRecord> ReadAsync(UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () =>
        {
            audit.Record(StaffEvents.UserViewed, AuditSubject.Of(target.User));
            return ReadAsync(target.Tenant, target.User);
        });
    }

    private async Task<UserRecord> ReadAsync(PortalTenant tenant, PortalUser user)
    {
        var now = clock.GetUtcNow();
        var temporary = await db.TemporaryPasswords.AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        var live = await sessions.Live(user.Id).AsNoTracking().ToListAsync();

        // Who looked at the account is for those who may read the audit log.
        var events = await db.AuditEvents.Where(row => row.SubjectId == user.Id && row.Kind != StaffEvents.UserViewed)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(EventsShown).AsNoTracking().ToListAsync();
        var facts = LockFacts.Of(user.SignIn!.ToLockout(), now);
        var own = await factors.ReadAsync(user);
        var states = UserStates.Of(user, tenant, temporary?.ExpiresAt, now);
        return new UserRecord(tenant, user, states, facts, temporary, live, events,
            [.. Acts(tenant, user, facts, live.Count, own)], own,
            await parts.AskAsync(part => part.OfPersonAsync(tenant, user)))
        {
            LockCause = facts is null ? LockCause.Passwords : await causes.OfAsync(user.Id, facts, tenant.Lockout),
            Hindrances = await hindrances.OfAsync(tenant, user, states),
            Tallies = await tallies.CountAsync(tenant, user),
        };
    }

    private IEnumerable<DelegatedAct> Acts(PortalTenant tenant, PortalUser user, LockFacts? facts, int sessionCount, FactorFacts own) =>
        StaffActs.All.Where(act =>
        reach.MayAct(tenant, user.Id, act) && act switch
        {
            DelegatedAct.ReleaseLockout => facts is { IsVoid: false },
            DelegatedAct.SendResetLink => tenant.HasReset(user.Door) && user is { DisabledAt: null, Email: not (null or "") },
            DelegatedAct.Disable => user.DisabledAt is null,
            DelegatedAct.Enable => user.DisabledAt is not null,
            DelegatedAct.EndSessions => sessionCount > 0,
            DelegatedAct.RemoveFactor => own is not { WantsEmailCodes: false, Apps: 0, Passkeys: 0, RecoveryCodes: 0 },
            _ => true,
        });
}
