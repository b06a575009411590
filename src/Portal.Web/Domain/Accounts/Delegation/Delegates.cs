using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Delegation;

public abstract record Delegation
{
    private Delegation()
    {
    }

    /// <param name="Actor">The account that acts; not tracked.</param>
    /// <param name="Subject">The account that is acted on.</param>
    public sealed record Granted(PortalUser Actor, PortalUser Subject) : Delegation;

    /// <param name="Verdict">Never <see cref="DelegationVerdict.Allowed"/>.</param>
    public sealed record Refused(DelegationVerdict Verdict) : Delegation;
}

/// <summary>
/// The one place that decides whether the signed-in customer may act on another account of its contract, and records
/// those who try what they may not (AU-02). What a tenant does not offer is hidden, like an account of somebody else.
/// </summary>
public sealed class Delegates(PortalDbContext db, AccountLocks locks, LastManager lastManager, AuditLog audit, AuditActor actor,
    CurrentSession session, SessionService sessions, Workplaces workplaces, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>May the signed-in account do this to that one? For pages that only show.</summary>
    public Task<Delegation> AskAsync(Guid subjectId, DelegatedAct act) => DecideAsync(subjectId, act, changes: false);

    /// <summary>
    /// The same for what changes something: the contract is locked first, and the one who acts is read under the lock,
    /// so that a manager who was switched off a moment ago has no effect any more (AZ-07).
    /// </summary>
    public Task<Delegation> AskToChangeAsync(Guid subjectId, DelegatedAct act) => DecideAsync(subjectId, act, changes: true);

    /// <summary>
    /// Who acts, where that account manages a contract and the tenant offers the act; null where it may not.
    /// </summary>
    /// <param name="standing">For what was done under the act, which stays where it is not offered any more.</param>
    public Task<PortalUser?> AskForContractAsync(DelegatedAct act, bool standing = false) => DecideAsync(act, standing, changes: false);

    /// <summary>The same for what changes something; the contract is locked first.</summary>
    public Task<PortalUser?> AskForContractToChangeAsync(DelegatedAct act, bool standing = false) =>
        DecideAsync(act, standing, changes: true);

    /// <summary>What the one may do to the other, for the buttons of a page; nothing is recorded.</summary>
    public async Task<IReadOnlySet<DelegatedAct>> ActsAsync(PortalUser who, PortalUser subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(who);
        var facts = await FactsAsync(who, subject);
        return Enum.GetValues<DelegatedAct>()
            .Where(act => DelegatedActs.AreOffered(tenant.Value, act)
                && Decide(who, facts, act) == DelegationVerdict.Allowed)
            .ToHashSet();
    }

    /// <summary>
    /// The same for one act on a row of a list: of those that depend neither on how many managers are left, nor on what
    /// somebody is in other contracts.
    /// </summary>
    public bool MayDo(PortalUser who, PortalUser subject, DelegatedAct act)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return DelegatedActs.AreOffered(tenant.Value, act)
            && Decide(who, Facts(subject), act) == DelegationVerdict.Allowed;
    }

    /// <summary>May the one grant these permissions to another? Nobody grants more than it has (CONT-5).</summary>
    public bool MayGrant(PortalUser who, IReadOnlyCollection<Permission> permissions)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(permissions);
        return DelegationRules.MayGrantPermissions(ActorOf(who),
            Permissions.All.All(permissions.Contains) ? null : Permissions.Acts(permissions));
    }

    /// <summary>What the one may do in its contract as a whole, for the buttons of a list.</summary>
    /// <param name="standing">For what was done under the act, which stays where it is not offered any more.</param>
    public bool MayInContract(PortalUser who, DelegatedAct act, bool standing = false) =>
        (standing || DelegatedActs.AreOffered(tenant.Value, act)) && DelegationRules.MayInContract(ActorOf(who), act);

    private async Task<PortalUser?> DecideAsync(DelegatedAct act, bool standing, bool changes)
    {
        if (await ActorAsync(changes, locks.ContractAsync) is not { } who)
        {
            return null;
        }

        if (who.DisabledAt is null && MayInContract(who, act, standing))
        {
            return who;
        }

        audit.Record(AuditKinds.AccessDenied, AuditSubject.Of(who), act.ToString());
        return null;
    }

    private async Task<Delegation> DecideAsync(Guid subjectId, DelegatedAct act, bool changes)
    {
        if (await ActorAsync(changes, LockAsync) is not { } who)
        {
            return new Delegation.Refused(DelegationVerdict.Forbidden);
        }

        var subject = await db.Users.Include(row => row.Contract).Include(row => row.SignIn)
            .SingleOrDefaultAsync(row => row.Id == subjectId);
        var verdict = subject is null || !DelegatedActs.AreOffered(tenant.Value, act)
            ? DelegationVerdict.Hidden
            : await VerdictAsync(who, subject, act, changes);
        if (verdict == DelegationVerdict.Allowed)
        {
            return new Delegation.Granted(who, subject!);
        }

        Record(verdict, subjectId, subject, act);
        return new Delegation.Refused(verdict);

        // Whoever goes, now or on a day, is missing in every contract that it manages; and who takes hold of it has to
        // manage them as well, at the commit (AZ-07).
        Task LockAsync(Guid contractId) => act is DelegatedAct.Disable or DelegatedAct.Remove or DelegatedAct.EditDetails
            || DelegationRules.TakesHold(act)
            ? locks.ContractsAsync(contractId, subjectId)
            : locks.ContractAsync(contractId);
    }

    /// <param name="lockContract">Locks the contract that the actor works for.</param>
    /// <returns>Null where a colleague removed the account, or ended its session, a moment ago.</returns>
    private async Task<PortalUser?> ActorAsync(bool changes, Func<Guid, Task> lockContract)
    {
        // Who asks was read a moment ago, with the session; for a change it is read again below, under the lock.
        var who = session.OrNull is { } asking && asking.UserId == actor.RightsOf ? asking.User : await ReadAsync();
        if (!changes || who?.ContractId is not { } contractId)
        {
            return who;
        }

        await lockContract(contractId);

        // It waited for the lock, and perhaps for a hash before it: a session that somebody ended meanwhile has no
        // effect any more (SE-03).
        return session.OrNull is { } own && !await sessions.StillCountsAsync(own) ? null : await ReadAsync();

        async Task<PortalUser?> ReadAsync()
        {
            var read = await db.Users.AsNoTracking().Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == actor.RightsOf);
            return read is null || session.OrNull is not { ContractId: { } workplace } at || at.UserId != read.Id
                || await workplaces.EnterAsync(read, workplace) ? read : null;
        }
    }

    private async Task<DelegationVerdict> VerdictAsync(PortalUser who, PortalUser subject, DelegatedAct act, bool changes)
    {
        if (who.DisabledAt is not null)
        {
            return DelegationVerdict.Forbidden;
        }

        var verdict = Decide(who, await FactsAsync(who, subject, act), act);
        return verdict == DelegationVerdict.Hidden && changes && await LostItsRoleAsync(who, subject)
            ? DelegationVerdict.Forbidden
            : verdict;
    }

    /// <summary>
    /// Who works in somebody else's place came to look after others: what its owner may do to itself is not for the one
    /// who only works there, and its owner's sessions least of all (SE-13).
    /// </summary>
    private DelegationVerdict Decide(PortalUser who, Subject subject, DelegatedAct act)
    {
        // What one may do to oneself is decided by what one is at home, wherever one works (OPER-4).
        var actor = ActorOf(who);
        var verdict = DelegationRules.Decide(
            who.Id == subject.UserId ? actor with { Role = subject.Role, Permissions = subject.Permissions } : actor, subject, act);
        return verdict == DelegationVerdict.Allowed && session.Acting is not null && who.Id == subject.UserId && !OnlyLooks(act)
            ? DelegationVerdict.OneSelf
            : verdict;
    }

    private static bool OnlyLooks(DelegatedAct act) => act is DelegatedAct.See or DelegatedAct.SeeHistory or DelegatedAct.Export;

    /// <summary>
    /// Whoever managed the contract when the page was opened knows the account
    /// already: it is told the truth, that it may not do this any more, and not that
    /// the account does not exist (AZ-07). Page and role are no older than a session, which ends with a membership.
    /// </summary>
    private async Task<bool> LostItsRoleAsync(PortalUser who, PortalUser subject)
    {
        var since = clock.GetUtcNow() - tenant.Value.AbsoluteTime;
        return who.ContractId is not null && who.ContractId == subject.ContractId
            && await db.AuditEvents.AnyAsync(row => row.SubjectId == who.Id && row.ContractId == who.ContractId
                && (row.Kind == AuditKinds.PermissionsChanged || row.Kind == AuditKinds.MembershipChanged) && row.OccurredAt > since);
    }

    /// <summary>With all that a verdict can depend on.</summary>
    /// <param name="act">Which one it is about; null = any.</param>
    private async Task<Subject> FactsAsync(PortalUser who, PortalUser subject, DelegatedAct? act = null)
    {
        var managed = await lastManager.ManagedElsewhereAsync(subject);
        var own = managed.Count > 0 ? await RightsAsync(who.Id) : [];
        return Facts(subject) with
        {
            IsLastActiveManager = act is null or DelegatedAct.GrantRole or DelegatedAct.Disable or DelegatedAct.Remove
                && await lastManager.IsAsync(subject),
            Elsewhere = [.. managed.Select(row => new MembershipGrant(row.Role, UserPermissions.Acts(row.Permissions))
            {
                OfActor = own.GetValueOrDefault(row.ContractId),
            })],
            IsLastElsewhere = act is null or DelegatedAct.Disable or DelegatedAct.Remove && await lastManager.IsOfAnyAsync(managed),
        };
    }

    /// <summary>What somebody is in each of its contracts, its own among them.</summary>
    private async Task<Dictionary<Guid, MembershipGrant>> RightsAsync(Guid userId)
    {
        var home = await db.Users.Where(row => row.Id == userId && row.ContractId != null)
            .Select(row => new { row.ContractId, row.Role, row.Permissions }).ToListAsync();
        var elsewhere = await workplaces.Open(userId).Select(row => new { ContractId = (Guid?)row.ContractId, row.Role, row.Permissions })
            .ToListAsync();
        return home.Concat(elsewhere).ToDictionary(row => row.ContractId!.Value,
            row => new MembershipGrant(row.Role, UserPermissions.Acts(row.Permissions)));
    }

    /// <summary>Of its home contract alone, as if it were not the last manager.</summary>
    private Subject Facts(PortalUser subject) =>
        new(subject.Id, subject.Role, subject.ContractId, subject.DisabledAt is not null, IsLastActiveManager: false,
            UserPermissions.Acts(subject), PeerGroups.Of(tenant.Value, subject));

    /// <summary>As the rules take one.</summary>
    internal Actor ActorOf(PortalUser who) =>
        new(who.Id, who.Role, who.ContractId, UserPermissions.Acts(who), PeerGroups.Of(tenant.Value, who));

    private void Record(DelegationVerdict verdict, Guid subjectId, PortalUser? subject, DelegatedAct act)
    {
        // Of a foreign account nothing but the id that was asked for gets into this contract's events.
        if (verdict == DelegationVerdict.Hidden)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, subjectId.ToString(), null), act.ToString());
        }
        else
        {
            audit.Record(AuditKinds.AccessDenied, AuditSubject.Of(subject!), act.ToString(), new { verdict = verdict.ToString() });
        }
    }
}
