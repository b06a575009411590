using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Memberships;

/// <summary>
/// Lets people of a holder's other contracts work for a contract, with rights of their own there, and no longer
/// (CONT-2). The rights of a contract are given by who holds them there: its managers, or the staff.
/// </summary>
public sealed class MembershipService(PortalDbContext db, AccountLocks locks, LastManager lastManager, SessionService sessions,
    Workplaces workplaces, Delegates delegates, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Those of a contract, as lists of people are read, with the person and its home contract.</summary>
    public IQueryable<Membership> OfContract(Guid contractId) => db.Memberships.AsNoTracking()
        .Include(row => row.User!.Contract).Where(row => row.ContractId == contractId)
        .OrderBy(row => row.User!.FamilyNameKana + row.User.GivenNameKana).ThenBy(row => row.UserId);

    /// <summary>Those of a person, by contract number.</summary>
    public IQueryable<Membership> OfUser(Guid userId) => db.Memberships.AsNoTracking().Include(row => row.Contract)
        .Where(row => row.UserId == userId).OrderBy(row => row.Contract!.Number);

    /// <summary>One, to be changed; null where there is none.</summary>
    public Task<Membership?> FindAsync(Guid contractId, Guid userId) => db.Memberships.Include(row => row.User!.Contract)
        .SingleOrDefaultAsync(row => row.ContractId == contractId && row.UserId == userId);

    /// <summary>
    /// The manager as it works for each of its other contracts that it may let people into: what a new account can be
    /// given beside the contract it is made in.
    /// </summary>
    /// <param name="who">For the contract that it works for now.</param>
    public async Task<IReadOnlyList<PortalUser>> ElsewhereAsync(PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (!who.HasMemberships)
        {
            return [];
        }

        var home = await db.Users.AsNoTracking().Include(row => row.Contract).SingleAsync(row => row.Id == who.Id);
        return
        [
            .. (await workplaces.EveryAsync(home)).Where(each => each.ContractId != who.ContractId
                    && delegates.MayInContract(each, DelegatedAct.GrantMembership))
                .OrderBy(each => each.Contract!.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The same for some of them, under their locks, so that it still holds at the commit (AZ-07): whoever was switched
    /// off there a moment ago gives nothing any more.
    /// </summary>
    /// <param name="who">For the contract it works for, which the caller has locked.</param>
    /// <param name="chosen">As <see cref="ElsewhereAsync"/> found them.</param>
    /// <returns>Those that can still be given.</returns>
    public async Task<IReadOnlyList<PortalUser>> LockElsewhereAsync(PortalUser who, IEnumerable<PortalUser> chosen)
    {
        Guid[] contracts = [.. chosen.Select(each => each.ContractId!.Value).Order()];
        foreach (var id in contracts)
        {
            await locks.ContractAsync(id);
        }

        return contracts.Length == 0 ? []
            : [.. (await ElsewhereAsync(who)).Where(each => each.DisabledAt is null && contracts.Contains(each.ContractId!.Value))];
    }

    /// <summary>A manager lets somebody in, to whatever it may give itself.</summary>
    /// <param name="who">The manager, for the contract it works for; the caller holds that contract's lock.</param>
    /// <param name="loginId">As typed.</param>
    public Task<MembershipOutcome> GrantAsync(PortalUser who, string loginId, AccountRole role, IReadOnlyCollection<Permission> permissions)
    {
        ArgumentNullException.ThrowIfNull(who);
        var contract = who.Contract ?? throw new ArgumentException("Who grants works for no contract.", nameof(who));
        var granted = StoredRights.Of(role, permissions);
        return GrantAsync(contract, loginId, granted, reason: null,
            candidate => MembershipRules.Grant(delegates.ActorOf(who), contract.HolderId, candidate, GrantOf(granted)));
    }

    /// <summary>The staff does; a manager may do everything there.</summary>
    public async Task<MembershipOutcome> GrantAsync(Contract contract, string loginId, AccountRole role, string reason)
    {
        ArgumentNullException.ThrowIfNull(contract);
        await locks.ContractAsync(contract.Id);
        return await GrantAsync(contract, loginId, new StoredRights(role, null), reason,
            candidate => MembershipRules.CanHave(contract.Id, contract.HolderId, candidate));
    }

    /// <param name="who">The manager, for the contract it works for; the caller holds that contract's lock.</param>
    /// <param name="version">The version the form was opened with.</param>
    public async Task<MembershipOutcome> ChangeAsync(PortalUser who, Membership membership, int version, AccountRole role,
        IReadOnlyCollection<Permission> permissions)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(membership);
        if (membership.Version != version)
        {
            return new MembershipOutcome.Conflict();
        }

        var (former, later) = (RightsOf(membership), StoredRights.Of(role, permissions));
        if (former == later)
        {
            return new MembershipOutcome.Unchanged();
        }

        if (await VerdictAsync(who, membership, GrantOf(later)) is var verdict && verdict != MembershipVerdict.Allowed)
        {
            return new MembershipOutcome.Refused(verdict);
        }

        (membership.Role, membership.Permissions, membership.ChangedBy) = (later.Role, later.Permissions, actor.Name);
        if (later.Role > former.Role)
        {
            // More than before begins with another session (LOGIN-6).
            await sessions.EndInContractAsync(membership.UserId, membership.ContractId, SessionEnds.RightsChanged);
        }

        audit.Record(AuditKinds.MembershipChanged, SubjectOf(membership),
            details: new { contract = who.Contract?.Number, changes = former.ChangesTo(later) });
        return new MembershipOutcome.Done(membership);
    }

    /// <param name="who">The manager, for the contract it works for; the caller holds that contract's lock.</param>
    public async Task<MembershipOutcome> WithdrawAsync(PortalUser who, Membership membership)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(membership);
        return await VerdictAsync(who, membership, later: null) is var verdict && verdict == MembershipVerdict.Allowed
            ? await WithdrawAsync(membership, who.Contract!.Number, reason: null)
            : new MembershipOutcome.Refused(verdict);
    }

    /// <summary>The staff does, whoever is left.</summary>
    /// <returns>Unchanged where there is no such membership.</returns>
    public async Task<MembershipOutcome> WithdrawAsync(Contract contract, Guid userId, string reason)
    {
        ArgumentNullException.ThrowIfNull(contract);
        await locks.ContractAsync(contract.Id);
        return await FindAsync(contract.Id, userId) is { } membership
            ? await WithdrawAsync(membership, contract.Number, reason)
            : new MembershipOutcome.Unchanged();
    }

    private async Task<MembershipOutcome> WithdrawAsync(Membership membership, string contract, string? reason)
    {
        var (userId, contractId) = (membership.UserId, membership.ContractId);
        await sessions.EndInContractAsync(userId, contractId, SessionEnds.RightsChanged);

        // What it was shown of others' cases there; chosen again, it would begin with what it had.
        await db.CaseViewers.Where(row => row.ContractId == contractId && row.UserId == userId).ExecuteDeleteAsync();
        await db.CaseFollowers.Where(row => row.UserId == userId && db.Cases.Any(each => each.Id == row.CaseId
            && each.ContractId == contractId)).ExecuteDeleteAsync();
        audit.Record(AuditKinds.MembershipWithdrawn, SubjectOf(membership), reason, new { contract });
        db.Memberships.Remove(membership);
        await CountAsync(userId);
        return new MembershipOutcome.Done(membership);
    }

    private async Task<MembershipOutcome> GrantAsync(Contract contract, string loginId, StoredRights granted, string? reason,
        Func<MembershipCandidate?, MembershipVerdict> decide)
    {
        var user = await NamedAsync(loginId);
        var isMember = user is not null && await db.Memberships.AnyAsync(row => row.UserId == user.Id && row.ContractId == contract.Id);
        var candidate = user is null ? null
            : new MembershipCandidate(user.Id, user.Role, user.ContractId, user.Contract?.HolderId, isMember);
        if (decide(candidate) is var verdict && verdict != MembershipVerdict.Allowed)
        {
            if (verdict == MembershipVerdict.Unknown)
            {
                audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, loginId, contract.Id));
            }

            return new MembershipOutcome.Refused(verdict);
        }

        var membership = new Membership
        {
            UserId = user!.Id,
            User = user,
            ContractId = contract.Id,
            Role = granted.Role,
            Permissions = granted.Permissions,
            CreatedAt = clock.GetUtcNow(),
            ChangedBy = actor.Name,
        };
        db.Memberships.Add(membership);
        await CountAsync(user.Id);
        audit.Record(AuditKinds.MembershipGranted, SubjectOf(membership), reason,
            new { contract = contract.Number, role = granted.Role.ToString(), permissions = granted.Permissions });
        return new MembershipOutcome.Done(membership);
    }

    private async Task<PortalUser?> NamedAsync(string loginId)
    {
        var door = tenant.Value.Door(tenant.Value.Profile.Operators!.Door);
        var key = LoginKeys.For(door, loginId);
        return await db.Users.Include(row => row.Contract)
            .SingleOrDefaultAsync(row => row.Door == door.Key && row.NormalizedUserName == key);
    }

    private async Task<MembershipVerdict> VerdictAsync(PortalUser who, Membership membership, MembershipGrant? later) =>
        MembershipRules.Change(delegates.ActorOf(who), membership.UserId, GrantOf(RightsOf(membership)),
            await lastManager.IsOfAsync(membership), later);

    /// <summary>
    /// Whether the account has any is written at it, so that no page has to ask; of two at once, for two contracts, the
    /// second counts what the first wrote.
    /// </summary>
    private async Task CountAsync(Guid userId)
    {
        await db.SaveChangesAsync();
        await db.Users.Where(row => row.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HasMemberships, row => row.HasMemberships));
        var any = await db.Memberships.AnyAsync(row => row.UserId == userId);
        await db.Users.Where(row => row.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.HasMemberships, any));
    }

    private static StoredRights RightsOf(Membership membership) => new(membership.Role, membership.Permissions);

    private static MembershipGrant GrantOf(StoredRights rights) => new(rights.Role, UserPermissions.Acts(rights.Permissions));

    private static AuditSubject SubjectOf(Membership membership) =>
        new(membership.UserId, membership.User!.UserName!, membership.ContractId);
}
